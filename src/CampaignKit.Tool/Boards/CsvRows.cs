using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace CampaignKit.Tool.Boards;

/// <summary>
/// The rows of a CSV file with a header, read one at a time: RFC 4180 in UTF-8, a byte-order mark skipped, LF or CRLF, blank lines passed over.
/// </summary>
internal sealed class CsvRows : IDisposable
{
    /// <summary>A quote that is never closed takes in all that follows it; this bounds how much of that is held, in characters.</summary>
    private const int LongestRow = 1 << 20;

    private const int BufferSize = 1 << 16;

    private readonly FileProblems _problems;
    private readonly BoardProgress _progress;
    private readonly RationedReader _reader;
    private readonly CsvParser _parser;
    private string[] _header = [];
    private int[] _places = [];
    private string? _badQuotes;
    private bool _isCutShort;

    public CsvRows(Stream file, FileProblems problems, BoardProgress progress)
    {
        (_problems, _progress) = (problems, progress);
        _reader = new RationedReader(new StreamReader(file, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, BufferSize));
        _parser = new CsvParser(
            _reader,
            new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                IgnoreBlankLines = false,
                BufferSize = BufferSize,
                BadDataFound = found => _badQuotes ??= found.Field,
            });
    }

    /// <summary>The line on which the row begins, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>The field of a column, by its index among those asked of <see cref="ReadHeader"/>.</summary>
    public string this[int column] => _parser[_places[column]];

    /// <summary>Whether the header has a column, by its index among those asked of <see cref="ReadHeader"/>.</summary>
    public bool Has(int column) => _places[column] >= 0;

    /// <summary>Finds the columns by their names in the header; further columns are passed over.</summary>
    /// <returns>Whether each that is needed is there, and none twice; what is wrong is added to the problems.</returns>
    public bool ReadHeader(string[] needed, params string[] optional)
    {
        if (ReadFields())
            _header = _parser.Record!;
        if (_isCutShort)
            return false;

        Line = Math.Max(1, Line);
        string[] columns = [.. needed, .. optional];
        _places = [.. columns.Select(column => Array.FindIndex(_header, name => IsNamed(name, column)))];
        var twice = columns.FirstOrDefault(column => _header.Count(name => IsNamed(name, column)) > 1);
        if (twice is not null)
            _problems.Add(Line, string.Join(',', _header), $"the header names the column {twice} once");
        else if (_places.AsSpan(0, needed.Length).Contains(-1))
            _problems.Add(Line, string.Join(',', _header), $"the first line is a header that names the columns {string.Join(" and ", needed)}, parted by commas");
        else
            return true;
        return false;
    }

    /// <summary>Goes to the next row that has the form of the header; others are added to the problems. All of them are steps of the progress.</summary>
    public bool Read()
    {
        while (ReadFields())
        {
            _progress.Step();
            if (_parser.Count == 1 && _header.Length > 1 && _parser[0].Length == 0)
                continue;
            if (HasSoundQuotes() && HasAllFields())
                return true;
        }

        return false;
    }

    public void Dispose() => _parser.Dispose();

    private static bool IsNamed(string name, string column) => name.Equals(column, StringComparison.OrdinalIgnoreCase);

    private bool ReadFields()
    {
        Line = _parser.RawRow + 1L;
        _badQuotes = null;
        var start = _parser.CharCount;
        _reader.Grant(LongestRow + 1);
        var isRead = _parser.Read();
        if (!_reader.IsSpent && _parser.CharCount - start <= LongestRow)
            return isRead;

        _isCutShort = true;
        _problems.Add(Line, _parser.RawRecord, FormattableString.Invariant(
            $"a row has at most {LongestRow:N0} characters with its line end; here a quote may not be closed, and nothing behind it was read"));
        return false;
    }

    private bool HasSoundQuotes()
    {
        // Quotes are looked at as fields are taken, and those of a column that nobody asks for can take in rows just as well.
        for (var at = 0; at < _parser.Count; at++)
            _ = _parser[at];
        if (_badQuotes is not null)
            _problems.Add(Line, _badQuotes, "quotes stand around a whole field, and doubled inside it");
        return _badQuotes is null;
    }

    private bool HasAllFields()
    {
        if (_parser.Count != _header.Length)
            _problems.Add(Line, _parser.RawRecord.TrimEnd('\r', '\n'), $"a row has as many fields as the header, {_header.Length}; this has {_parser.Count}");
        return _parser.Count == _header.Length;
    }
}
