using System.Globalization;

namespace CampaignKit.Grievances;

/// <summary>
/// Splits CSV (RFC 4180, any line ends) into rows and fields without a string for each field, which took most of the time of reading a table.
/// A quote inside a field that does not begin with one is an ordinary character. A byte order mark at the beginning is no part of the first field.
/// </summary>
internal sealed class CsvRows(TextReader reader)
{
    /// <summary>How much may stand in a pair of quotes, so that one never closed does not take the rest of a large file.</summary>
    private const int LongestQuoted = 1 << 20;

    private const char ByteOrderMark = '\uFEFF';

    private readonly List<(int Start, int Length)> _fields = [];
    private char[] _buffer = new char[1 << 16];
    private int _row;
    private int _at;
    private int _end;
    private long _nextLine = 1;
    private bool _quoted;

    /// <summary>The line on which the row begins, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>How many fields the row has.</summary>
    public int Count => _fields.Count;

    /// <summary>The first field of the row whose quotes are wrong, as it stands there; null if there is none.</summary>
    public string? BadQuotes { get; private set; }

    /// <summary>A field of the row, without its quotes; valid until the next row is read.</summary>
    public ReadOnlySpan<char> this[int field] => _buffer.AsSpan(_row + _fields[field].Start, _fields[field].Length);

    /// <summary>Goes to the next row, if there is one.</summary>
    /// <exception cref="InvalidDataException">A quote is not closed.</exception>
    public bool Read()
    {
        _fields.Clear();
        BadQuotes = null;
        _quoted = false;
        if (_nextLine == 1)
            TryPass(ByteOrderMark);
        _row = _at;
        Line = _nextLine;
        if (Peek() < 0)
            return false;

        do
        {
            if (Peek() == '"')
                ReadQuoted();
            else
                ReadPlain();
        }
        while (TryPass(','));

        if (_quoted)
            CountLines();
        TryPass('\r');
        TryPass('\n');
        _nextLine++;
        return true;
    }

    private void ReadPlain()
    {
        var start = _at - _row;
        GoToFieldEnd();
        _fields.Add((start, _at - _row - start));
    }

    private void ReadQuoted()
    {
        var start = _at - _row;
        var doubled = false;
        _quoted = true;
        _at++;
        while (GoToQuote(start))
        {
            _at++;
            if (Peek() != '"')
            {
                EndQuoted(start, doubled);
                return;
            }

            doubled = true;
            _at++;
        }

        throw Unclosed(start);
    }

    private void EndQuoted(int start, bool doubled)
    {
        var end = _at - _row - 1;
        if (Peek() is not (< 0 or ',' or '\r' or '\n'))
        {
            GoToFieldEnd();
            Refuse(start);
            return;
        }

        var length = end - start - 1;
        if (doubled)
            length = Undouble(_buffer.AsSpan(_row + start + 1, length));
        _fields.Add((start + 1, length));
    }

    private void Refuse(int start)
    {
        _fields.Add((start, _at - _row - start));
        BadQuotes ??= this[Count - 1].ToString();
    }

    private static int Undouble(Span<char> text)
    {
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            text[length++] = text[i];
            if (text[i] == '"')
                i++;
        }

        return length;
    }

    private void CountLines() => _nextLine += LineEnds(_at - _row);

    // A line end in quotes is "\r\n", "\n" or "\r".
    private int LineEnds(int length)
    {
        var raw = _buffer.AsSpan(_row, length);
        return raw.Count('\n') + raw.Count('\r') - raw.Count("\r\n");
    }

    private InvalidDataException Unclosed(int start) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"The quote opened on line {Line + LineEnds(start)} is not closed {(_at - _row - start > LongestQuoted ? $"within {LongestQuoted:#,0} characters" : "up to the end of the file")}."));

    private bool TryPass(char mark)
    {
        if (Peek() != mark)
            return false;
        _at++;
        return true;
    }

    private int Peek() => _at < _end || Fill() ? _buffer[_at] : -1;

    private bool GoToQuote(int start)
    {
        do
        {
            var found = _buffer.AsSpan(_at, _end - _at).IndexOf('"');
            _at = found < 0 ? _end : _at + found;
            if (_at - _row - start > LongestQuoted)
                throw Unclosed(start);
        }
        while (_at == _end && Fill());
        return _at < _end;
    }

    private void GoToFieldEnd()
    {
        do
        {
            var found = _buffer.AsSpan(_at, _end - _at).IndexOfAny(',', '\r', '\n');
            _at = found < 0 ? _end : _at + found;
        }
        while (_at == _end && Fill());
    }

    /// <summary>Gets more text behind the row begun; false at the end.</summary>
    private bool Fill()
    {
        var kept = _end - _row;
        Array.Copy(_buffer, _row, _buffer, 0, kept);
        if (kept == _buffer.Length)
            Array.Resize(ref _buffer, 2 * kept);
        _at -= _row;
        (_row, _end) = (0, kept);
        var read = reader.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }
}
