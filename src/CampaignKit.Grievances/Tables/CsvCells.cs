using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace CampaignKit.Grievances;

/// <summary>Makes case records of the fields of rows. One row at a time; not for use from several threads.</summary>
internal sealed class CsvCells
{
    private static readonly string[] Yes = ["yes", "y", "true", "1", "是"];
    private static readonly string[] No = ["no", "n", "false", "0", "否"];

    private readonly CsvMap _map;
    private readonly int _width;
    private readonly int[] _columns;
    private readonly List<BadCell> _bad = [];
    private readonly Dictionary<string, string> _seen = [];
    private string[] _row = [];

    /// <exception cref="DefinitionException">The header lacks a column of the map or has it twice.</exception>
    public CsvCells(CsvMap map, string[] header)
    {
        var flaws = map.Columns
            .Where(c => header.Count(h => h == c.Value) != 1)
            .Select(c => new DefinitionFlaw(CsvMap.NameOf(c.Key), c.Value, $"must be one column of the file, which has {string.Join(", ", header)}"))
            .ToArray();
        if (flaws.Length > 0)
            throw new DefinitionException("The map of columns", flaws);

        _map = map;
        _width = header.Length;
        _columns = [.. Enum.GetValues<CaseField>().Select(f => map.Columns.TryGetValue(f, out var column) ? Array.IndexOf(header, column) : -1)];
    }

    /// <summary>What was wrong with the row read last.</summary>
    public IReadOnlyList<BadCell> Bad => _bad;

    /// <summary>The case of a row; null, with <see cref="Bad"/> saying why, if it makes none.</summary>
    public CaseRecord? Read(string[] row)
    {
        _bad.Clear();
        _row = row;
        if (row.Length != _width)
        {
            _bad.Add(new BadCell("", string.Create(CultureInfo.InvariantCulture, $"{row.Length} fields"), string.Create(CultureInfo.InvariantCulture, $"must have {_width}, as the header")));
            return null;
        }

        var opened = Date(CaseField.Opened);
        var closed = Cell(CaseField.Closed) is null ? null : Date(CaseField.Closed);
        var record = new CaseRecord(opened ?? default)
        {
            Id = Cell(CaseField.Id),
            Closed = closed,
            Unit = Shared(CaseField.Unit) ?? "",
            Category = Shared(CaseField.Category) ?? "",
            Contacted = YesOrNo(CaseField.Contacted),
            Resolved = YesOrNo(CaseField.Resolved),
            Answer = Shared(CaseField.Rating),
        };
        if (closed < opened)
            Refuse(CaseField.Closed, $"must not lie before the opening, {Cell(CaseField.Opened)}");
        return _bad.Count == 0 ? record : null;
    }

    private string? Cell(CaseField field)
    {
        var column = _columns[(int)field];
        return column < 0 || string.IsNullOrWhiteSpace(_row[column]) ? null : _row[column].Trim();
    }

    /// <summary>The cell as one string for all rows that say the same.</summary>
    private string? Shared(CaseField field)
    {
        if (Cell(field) is not { } cell)
            return null;
        if (_seen.TryGetValue(cell, out var seen))
            return seen;
        _seen.Add(cell, cell);
        return cell;
    }

    private bool? YesOrNo(CaseField field)
    {
        if (Cell(field) is not { } cell)
            return null;
        if (Yes.Contains(cell, StringComparer.OrdinalIgnoreCase))
            return true;
        if (No.Contains(cell, StringComparer.OrdinalIgnoreCase))
            return false;
        Refuse(field, $"must be {string.Join(", ", Yes)}, {string.Join(", ", No)} or blank");
        return null;
    }

    private Instant? Date(CaseField field)
    {
        var cell = Cell(field) ?? "";
        foreach (var pattern in _map.Patterns)
        {
            if (pattern.Parse(cell) is { Success: true, Value: var local })
                return local.InZoneLeniently(_map.Calendar.Zone).ToInstant();
        }

        if (OffsetDateTimePattern.ExtendedIso.Parse(cell) is { Success: true, Value: var withOffset })
            return withOffset.ToInstant();
        Refuse(field, $"must be a date like {string.Join(" or ", _map.DateFormats)}, or with Z or an offset");
        return null;
    }

    private void Refuse(CaseField field, string rule) => _bad.Add(new BadCell(_map.Columns[field], _row[_columns[(int)field]], rule));
}
