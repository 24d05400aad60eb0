using System.Globalization;

namespace CampaignKit.Grievances;

/// <summary>The fields of one request or service, each a text, and what is wrong with them. Filled anew for each; not for use from several threads.</summary>
internal sealed class RequestFields(string element, IReadOnlyList<string> names)
{
    public const string Id = "service_request_id";
    public const string Status = "status";
    public const string Code = "service_code";
    public const string Name = "service_name";
    public const string Agency = "agency_responsible";
    public const string Requested = "requested_datetime";
    public const string Expected = "expected_datetime";
    public const string Updated = Open311Options.UpdatedField;

    /// <summary>The fields that every request is asked for.</summary>
    public static readonly string[] OfRequests = [Id, Status, Code, Name, Agency, Requested, Expected, Updated];

    // Those of an error answer, beside the ones asked for.
    private const string ErrorCode = "code";
    private const string ErrorDescription = "description";

    private readonly string[] _names = [.. names, ErrorCode, ErrorDescription];
    private readonly string?[] _values = new string?[names.Count + 2];
    private readonly bool[] _given = new bool[names.Count + 2];
    private readonly List<BadCell> _bad = [];

    /// <summary>Which element of the document it is, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>The line on which it begins, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>How many fields are asked for, those of an error included.</summary>
    public int Count => _names.Length;

    public IReadOnlyList<BadCell> Bad => _bad;

    /// <summary>The error that it is instead of what was asked for; null if it has any field of that.</summary>
    public Open311Error? Error =>
        this[ErrorCode] is { } code && this[ErrorDescription] is { } description && !_given.AsSpan(0, _given.Length - 2).Contains(true)
            ? new Open311Error(code, description)
            : null;

    /// <summary>The text of a field without outer blanks; null if it is missing or blank.</summary>
    public string? this[string name] => _values[Array.IndexOf(_names, name)];

    /// <summary>Whether GeoReport itself says what a field of that name is, so that it can't be a closing time.</summary>
    public static bool HasMeaning(string name) =>
        (OfRequests.Contains(name) && name != Updated)
        || name is ErrorCode or ErrorDescription or "status_notes" or "service_notice" or "address" or "address_id" or "zipcode" or "lat" or "long" or "media_url";

    /// <summary>The place of a field among those asked for; negative if nobody asks for it.</summary>
    public int PlaceOf(string name) => Array.IndexOf(_names, name);

    public string NameAt(int place) => _names[place];

    public void Start(long line)
    {
        Number++;
        Line = line;
        Array.Clear(_values);
        Array.Clear(_given);
        _bad.Clear();
    }

    public void Set(int place, string? text)
    {
        text = text?.Trim();
        if (_given[place] && place < _names.Length - 2)
            _bad.Add(new BadCell(_names[place], text ?? "", "must be given once"));
        _given[place] = true;
        _values[place] = text is { Length: > 0 } ? text : null;
    }

    public void SetBad(int place, string shown, string rule)
    {
        _given[place] = true;

        // An error answer is read with what it has, and nobody else asks for its two fields.
        if (place < _names.Length - 2)
            _bad.Add(new BadCell(_names[place], shown, rule));
    }

    /// <summary>Notes what is wrong with a field, unless something is noted of it or of the whole already.</summary>
    public void Refuse(string name, string rule)
    {
        if (!_bad.Exists(b => b.Column == name || b.Column.Length == 0))
            _bad.Add(new BadCell(name, this[name] ?? "", rule));
    }

    /// <summary>Takes back what is noted of a field; false if nothing is.</summary>
    public bool Forgive(string name) => _bad.RemoveAll(b => b.Column == name) > 0;

    public void RefuseAll(string shown, string rule) => _bad.Add(new BadCell("", shown, rule));

    public BadRow ToBadRow() => new(Line, [.. _bad]) { Element = $"{element} {Number.ToString(CultureInfo.InvariantCulture)}" };
}
