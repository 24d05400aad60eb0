using CampaignKit.Calendars;

namespace CampaignKit.Grievances;

/// <summary>Collects the rows of a table; every row ends up in exactly one of its three lists.</summary>
internal sealed class CaseTableBuilder(CampaignCalendar calendar)
{
    private readonly List<CaseRecord> _cases = [];
    private readonly List<BadRow> _badRows = [];
    private readonly List<RepeatedCase> _repeated = [];
    private readonly Dictionary<string, long> _lineOfId = [];

    public IReadOnlyList<BadRow> BadRows => _badRows;

    public void Add(long line, CaseRecord record)
    {
        if (record.Id is { } id && !_lineOfId.TryAdd(id, line))
            _repeated.Add(new RepeatedCase(line, id, _lineOfId[id]));
        else
            _cases.Add(record);
    }

    public void Add(BadRow row) => _badRows.Add(row);

    public CaseTable Build() => new(calendar, _cases, _badRows, _repeated);
}
