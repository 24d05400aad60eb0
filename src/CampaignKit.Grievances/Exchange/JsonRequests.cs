using System.Text;
using System.Text.Json;

namespace CampaignKit.Grievances;

/// <summary>Reads the elements of a GeoReport document in JSON, with no more of it in memory than the longest element.</summary>
internal sealed class JsonRequests
{
    private readonly Stream _stream;
    private readonly string _element;
    private readonly RequestFields _fields;
    private byte[] _buffer = new byte[1 << 14];
    private int _at;
    private int _end;
    private bool _isLast;
    private JsonReaderState _state;
    private long _line = 1;
    private bool _entered;

    private JsonRequests(Stream stream, string element, RequestFields fields)
    {
        _stream = stream;
        _element = element;
        _fields = fields;
    }

    public static IEnumerable<RequestFields> Read(Stream stream, string element, RequestFields fields)
    {
        var reader = new JsonRequests(stream, element, fields);
        while (reader.Next())
            yield return fields;
    }

    private bool Next()
    {
        try
        {
            bool? read;
            while ((read = TryNext()) is null)
                Fill();
            return read.Value;
        }
        catch (JsonException error)
        {
            throw new Open311Exception($"The document is not usable JSON: {JsonFault.Of(error)}", error);
        }
    }

    /// <summary>Reads one element; null if more of the document is needed for it, and nothing has changed then.</summary>
    private bool? TryNext()
    {
        var json = new Utf8JsonReader(_buffer.AsSpan(_at, _end - _at), _isLast, _state);
        if (!json.Read())
            return _isLast ? false : null;

        if (!_entered)
            return Enter(ref json);
        if (json.TokenType is JsonTokenType.EndArray)
        {
            Pass(ref json);
            return TryNext();
        }

        var start = json;
        if (json.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray) || json.TrySkip())
        {
            _fields.Start(_line + _buffer.AsSpan(_at, (int)start.TokenStartIndex).Count((byte)'\n'));
            ReadElement(start);
            Pass(ref json);
            return true;
        }

        return null;
    }

    private bool? Enter(ref Utf8JsonReader json)
    {
        if (json.TokenType is JsonTokenType.StartArray)
        {
            _entered = true;
            Pass(ref json);
            return TryNext();
        }

        // Some servers answer with one error instead of a list.
        var start = json;
        if (!json.TrySkip())
            return null;
        _fields.Start(_line);
        ReadElement(start);
        throw _fields.Error is { } error ? new Open311Exception([error]) : new Open311Exception($"The document must be an array of {_element}s.");
    }

    private void Pass(ref Utf8JsonReader json)
    {
        var consumed = (int)json.BytesConsumed;
        _line += _buffer.AsSpan(_at, consumed).Count((byte)'\n');
        _at += consumed;
        _state = json.CurrentState;
    }

    private void ReadElement(Utf8JsonReader json)
    {
        if (json.TokenType is not JsonTokenType.StartObject)
        {
            _fields.RefuseAll(Shown(ref json), $"must be an object, the fields of a {_element}");
            return;
        }

        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
        {
            var place = PlaceOf(ref json);
            json.Read();
            if (place >= 0)
                ReadField(ref json, place);
            else
                json.TrySkip();
        }
    }

    private void ReadField(ref Utf8JsonReader json, int place)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.Null:
                _fields.Set(place, null);
                break;
            case JsonTokenType.String:
                SetText(ref json, place);
                break;
            case JsonTokenType.Number:
                _fields.Set(place, Encoding.UTF8.GetString(json.ValueSpan));
                break;
            default:
                _fields.SetBad(place, Shown(ref json), "must be text or a number");
                break;
        }
    }

    private int PlaceOf(ref Utf8JsonReader json)
    {
        for (var place = 0; place < _fields.Count; place++)
        {
            if (json.ValueTextEquals(_fields.NameAt(place)))
                return place;
        }

        return -1;
    }

    private void SetText(ref Utf8JsonReader json, int place)
    {
        try
        {
            _fields.Set(place, json.GetString());
        }
        catch (InvalidOperationException)
        {
            _fields.SetBad(place, Encoding.UTF8.GetString(json.ValueSpan), "must be Unicode text");
        }
    }

    /// <summary>The value as it stands there, or that it is an object or array; the reader goes to its end.</summary>
    private static string Shown(ref Utf8JsonReader json)
    {
        if (json.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
            return Encoding.UTF8.GetString(json.ValueSpan);

        var start = json.TokenType is JsonTokenType.StartObject ? "{…}" : "[…]";
        json.TrySkip();
        return start;
    }

    /// <summary>Gets more of the document behind the element begun.</summary>
    private void Fill()
    {
        var kept = _end - _at;
        Array.Copy(_buffer, _at, _buffer, 0, kept);
        if (kept == _buffer.Length)
            Array.Resize(ref _buffer, 2 * kept);
        (_at, _end) = (0, kept);
        var read = _stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _isLast = read == 0;
        if (!_entered && _buffer.AsSpan(0, _end).StartsWith("\ufeff"u8))
            _at = 3;
    }
}
