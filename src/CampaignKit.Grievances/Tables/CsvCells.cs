using System.Globalization;

namespace CampaignKit.Grievances;

/// <summary>Makes rows of a table of the fields of a file. One row at a time; not for use from several threads.</summary>
internal sealed class CsvCells
{
    private static readonly string[] Yes = ["yes", "y", "true", "1", "是"];
    private static readonly string[] No = ["no", "n", "false", "0", "否"];

    private readonly CsvMap _map;
    private readonly int _width;
    private readonly int[] _columns;
    private readonly CsvRows _row;
    private readonly CaseTableBuilder _table;
    private readonly CsvDates _dates;
    private readonly List<BadCell> _bad = [];
    private readonly UnreadCells _unread = new();
    private readonly bool[] _mayBeUnread;
    private readonly string[] _missing;
    private int _unusedClosings;

    /// <exception cref="DefinitionException">The header lacks a column of the map or has it twice.</exception>
    public CsvCells(CsvMap map, string[] header, CsvRows rows, CaseTableBuilder table)
    {
        var flaws = map.Columns
            .Where(c => header.Count(h => h == c.Value) is var found && found != 1 && (found > 0 || !map.Optional.Contains(c.Key)))
            .Select(c => new DefinitionFlaw(CsvMap.NameOf(c.Key), c.Value, $"must be one column of the file, which has {CsvHeader.Names(header)}"))
            .ToArray();
        if (flaws.Length > 0)
            throw new DefinitionException("The map of columns", CsvHeader.Explained(header, flaws));

        _map = map;
        _width = header.Length;
        _columns = [.. Enum.GetValues<CaseField>().Select(f => map.Columns.TryGetValue(f, out var column) ? Array.IndexOf(header, column) : -1)];
        _mayBeUnread = [.. Enum.GetValues<CaseField>().Select(map.Optional.Contains)];
        _missing = [.. map.Columns.Where(c => _columns[(int)c.Key] < 0).Select(c => c.Value)];
        _row = rows;
        _table = table;
        _dates = new CsvDates(map.Calendar.Zone, map.Patterns, map.ReadsIso);
    }

    /// <summary>What was wrong with the row read last.</summary>
    public IReadOnlyList<BadCell> Bad => _bad;

    /// <summary>What was taken for granted in the rows so far.</summary>
    public IEnumerable<string> Assumptions()
    {
        if (_missing.Length > 0)
            yield return $"The file has no column {string.Join(" or ", _missing)}; what would stand there is taken as unknown.";
        if (_unusedClosings > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"Rows whose status says open though they have a closing time, {_unusedClosings:#,0} in all, are taken as open.");
        foreach (var assumption in _unread.Assumptions())
            yield return assumption;
    }

    /// <summary>Reads the case of the row that the reader stands on; if it makes none, <see cref="Bad"/> says why.</summary>
    public bool TryRead(out CaseRow read)
    {
        _bad.Clear();
        _unread.StartRow();
        read = default;
        if (_row.Count != _width)
        {
            _bad.Add(new BadCell("", string.Create(CultureInfo.InvariantCulture, $"{_row.Count} fields"), string.Create(CultureInfo.InvariantCulture, $"must have {_width}, as the header")));
            return false;
        }

        var opened = Date(CaseField.Opened);
        var closed = Cell(CaseField.Closed).IsEmpty ? CaseRow.Open : Date(CaseField.Closed);
        var due = Cell(CaseField.Due).IsEmpty ? CaseRow.NoTarget : Date(CaseField.Due);
        var contacted = YesOrNo(CaseField.Contacted);
        var resolved = YesOrNo(CaseField.Resolved);
        var updated = Cell(CaseField.Updated).IsEmpty ? CaseRow.NoUpdate : Date(CaseField.Updated, unread: CaseRow.NoUpdate);
        var replied = YesOrNo(CaseField.Replied);
        var reopenings = Cell(CaseField.Reopenings).IsEmpty ? CaseRow.NotCounted : Times(CaseField.Reopenings);
        var duplicate = false;
        var unusedClosings = 0;
        if (Status() is { } status)
        {
            duplicate = status.Duplicate;
            if (!status.Closed && closed != CaseRow.Open && _map.StatusDecides)
            {
                closed = CaseRow.Open;
                unusedClosings = 1;
            }
            else if (!status.Closed && closed != CaseRow.Open)
                Refuse(CaseField.Closed, $"must be blank, for {_map.Columns[CaseField.Status]} is {Cell(CaseField.Status)}");
            else if (status.Closed && closed == CaseRow.Open)
                closed = CaseRow.ClosedUndated;
        }

        if (_bad.Count == 0 && closed < opened && closed != CaseRow.ClosedUndated)
            Refuse(CaseField.Closed, $"must not lie before the opening, {Cell(CaseField.Opened)}");
        if (_bad.Count > 0)
            return false;

        _unusedClosings += unusedClosings;
        _unread.KeepRow();
        var id = Cell(CaseField.Id);
        read = new CaseRow(
            id.IsEmpty ? null : id.ToString(),
            opened,
            closed,
            due,
            _table.Units.CodeOf(Cell(CaseField.Unit)),
            _table.Categories.CodeOf(Cell(CaseField.Category)),
            _table.Answers.CodeOf(Cell(CaseField.Rating)),
            CaseRow.FactsOf(contacted, resolved, duplicate),
            updated,
            replied,
            reopenings);
        return true;
    }

    /// <summary>The cell without outer spaces; empty if there is no such column.</summary>
    private ReadOnlySpan<char> Cell(CaseField field)
    {
        var column = _columns[(int)field];
        return column < 0 ? default : _row[column].Trim();
    }

    private bool? YesOrNo(CaseField field)
    {
        var cell = Cell(field);
        if (cell.IsEmpty)
            return null;
        if (IsOneOf(Yes, cell))
            return true;
        if (IsOneOf(No, cell))
            return false;
        Refuse(field, $"must be {string.Join(", ", Yes)}, {string.Join(", ", No)} or blank");
        return null;
    }

    private int Times(CaseField field)
    {
        // Tools that keep numbers as fractions write 1.0.
        if (int.TryParse(Cell(field), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var times))
            return times;
        Refuse(field, $"must be a whole number from 0 to {int.MaxValue.ToString("#,0", CultureInfo.InvariantCulture)} without sign and separators, or blank");
        return CaseRow.NotCounted;
    }

    private StatedStatus? Status()
    {
        var cell = Cell(CaseField.Status);
        if (_columns[(int)CaseField.Status] < 0)
            return null;
        if (_map.StatusWords.TryGetValue(cell, out var status))
            return status;
        Refuse(CaseField.Status, $"must be {string.Join(", ", _map.Statuses.Keys)}");
        return null;
    }

    private long Date(CaseField field, long unread = 0)
    {
        if (!_dates.TryRead(Cell(field), out var ticks))
            Refuse(field, _map.DateRule);
        else if (!_table.Dates.Contains(ticks))
            Refuse(field, CaseDates.Rule);
        else
            return ticks;
        return unread;
    }

    private void Refuse(CaseField field, string rule)
    {
        if (_mayBeUnread[(int)field])
            _unread.Add(field);
        else
            _bad.Add(new BadCell(_map.Columns[field], _row[_columns[(int)field]].ToString(), rule));
    }

    private static bool IsOneOf(string[] words, ReadOnlySpan<char> cell)
    {
        foreach (var word in words)
        {
            if (cell.Equals(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
