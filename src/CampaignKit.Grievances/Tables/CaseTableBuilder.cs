using CampaignKit.Calendars;
using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>Collects the rows of a table as they come; every row ends up as a case, a bad row or a repeated case.</summary>
/// <remarks>
/// Times are kept to the tick of 100 ns; a blank answer is none. For one thread at a time; the tables it has built are not touched by later rows.
/// </remarks>
public sealed class CaseTableBuilder
{
    private readonly TimeGrain _grain;
    private readonly RepeatedIds _repeats;
    private readonly List<string?> _id = [];
    private readonly List<long> _opened = [];
    private readonly List<long> _closed = [];
    private readonly List<long> _took = [];
    private readonly List<long> _due = [];
    private readonly List<CaseFacts> _facts = [];
    private readonly SparseRows<long> _updated = new(CaseRow.NoUpdate);
    private readonly SparseRows<bool?> _replied = new(null);
    private readonly SparseRows<int> _reopenings = new(CaseRow.NotCounted);
    private readonly List<BadRow> _badRows = [];
    private readonly List<RepeatedCase> _repeated = [];
    private readonly Dictionary<string, long> _lineOfId = new(StringComparer.Ordinal);

    /// <summary>An empty table's builder.</summary>
    /// <param name="calendar">The calendar whose periods a report uses.</param>
    /// <param name="grain">How resolution times are counted.</param>
    /// <param name="repeats">What becomes of a row whose id an earlier row has.</param>
    /// <param name="badRowLimit">How many rows may be bad.</param>
    /// <exception cref="ArgumentException">An argument is null or out of its range.</exception>
    public CaseTableBuilder(
        CampaignCalendar calendar,
        TimeGrain grain = TimeGrain.Instant,
        RepeatedIds repeats = RepeatedIds.FirstCounts,
        int badRowLimit = CsvMap.DefaultBadRowLimit)
    {
        Calendar = Guard.Against.Null(calendar);
        _grain = Guard.Against.EnumOutOfRange(grain);
        _repeats = Guard.Against.EnumOutOfRange(repeats);
        BadRowLimit = Guard.Against.Negative(badRowLimit);
        Dates = new CaseDates(Calendar.Zone);
    }

    /// <summary>The calendar whose periods a report uses.</summary>
    public CampaignCalendar Calendar { get; }

    /// <summary>How many rows may be bad.</summary>
    public int BadRowLimit { get; }

    /// <summary>How many cases there are so far.</summary>
    public int Count => _opened.Count;

    /// <summary>How many rows there were so far.</summary>
    public long RowsRead { get; private set; }

    /// <summary>The rows so far that make no case.</summary>
    public IReadOnlyList<BadRow> BadRows => _badRows;

    /// <summary>The rows so far whose id an earlier row has.</summary>
    public IReadOnlyList<RepeatedCase> RepeatedCases => _repeated;

    internal CaseDates Dates { get; }

    internal TextCodes Units { get; } = new();

    internal TextCodes Categories { get; } = new();

    internal TextCodes Answers { get; } = new();

    /// <summary>Adds a case as the next row, numbered from 1.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="record"/> is null.</exception>
    /// <exception cref="BadRowsException">It is one bad row too many.</exception>
    public RowOutcome Add(CaseRecord record) => Add(RowsRead + 1, record);

    /// <summary>Adds the case of the row on that line; one closed before it began, or with a time outside <see cref="CaseTable.EarliestDate"/> to <see cref="CaseTable.LatestDate"/>, is a bad row.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="record"/> is null.</exception>
    /// <exception cref="BadRowsException">It is one bad row too many.</exception>
    public RowOutcome Add(long line, CaseRecord record)
    {
        Guard.Against.Null(record);
        if (FarTimes(record) is { Length: > 0 } far)
            return Add(new BadRow(line, far));
        if (record.Closed < record.Opened)
            return Add(new BadRow(line, [new BadCell("closed", $"{record.Closed}", $"must not lie before the opening, {record.Opened}")]));

        return Add(line, new CaseRow(
            record.Id,
            record.Opened.ToUnixTimeTicks(),
            CaseRow.ClosedOf(record),
            CaseRow.DueOf(record),
            Units.CodeOf(record.Unit),
            Categories.CodeOf(record.Category),
            Answers.CodeOf(string.IsNullOrWhiteSpace(record.Answer) ? "" : record.Answer),
            CaseRow.FactsOf(record.Contacted, record.Resolved, record.Duplicate),
            CaseRow.UpdatedOf(record),
            record.Replied,
            record.Reopenings ?? CaseRow.NotCounted));
    }

    /// <summary>Adds a row that makes no case.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="row"/> is null.</exception>
    /// <exception cref="BadRowsException">It is one bad row too many.</exception>
    public RowOutcome Add(BadRow row)
    {
        RowsRead++;
        _badRows.Add(Guard.Against.Null(row));
        return _badRows.Count <= BadRowLimit ? RowOutcome.Bad : throw new BadRowsException(BadRowLimit, _badRows);
    }

    /// <summary>The table of the rows so far.</summary>
    public CaseTable Build() => Build([]);

    internal CaseTable Build(IReadOnlyList<string> assumptions) => new(
        Calendar,
        _grain,
        new CaseColumns(
            [.. _id],
            [.. _opened],
            [.. _closed],
            [.. _took],
            [.. _due],
            Units.ToColumn(),
            Categories.ToColumn(),
            Answers.ToColumn(),
            [.. _facts],
            _updated.ToColumn(),
            _replied.ToColumn(),
            _reopenings.ToColumn()),
        [.. _badRows],
        [.. _repeated],
        RowsRead)
    {
        Assumptions = assumptions,
    };

    private BadCell[] FarTimes(CaseRecord record)
    {
        if (IsNear(record.Opened) && IsNear(record.Closed) && IsNear(record.Due) && IsNear(record.Updated))
            return [];
        (string Column, Instant? Time)[] times = [("opened", record.Opened), ("closed", record.Closed), ("due", record.Due), ("updated", record.Updated)];
        return [.. times.Where(t => !IsNear(t.Time)).Select(t => new BadCell(t.Column, $"{t.Time}", CaseDates.Rule))];
    }

    private bool IsNear(Instant? time) => time is not { } known || Dates.Contains(known);

    /// <summary>Adds a row whose times are in order; how long it took is for the builder to say.</summary>
    internal RowOutcome Add(long line, in CaseRow row)
    {
        RowsRead++;
        var outcome = RowOutcome.Added;
        if (row.Id is { } id && !_lineOfId.TryAdd(id, line))
        {
            _repeated.Add(new RepeatedCase(line, id, _lineOfId[id]));
            outcome = RowOutcome.Repeated;
            if (_repeats is RepeatedIds.FirstCounts)
                return outcome;
        }

        _updated.Set(Count, row.Updated);
        _replied.Set(Count, row.Replied);
        _reopenings.Set(Count, row.Reopenings);
        _id.Add(row.Id);
        _opened.Add(row.Opened);
        _closed.Add(row.Closed);
        _took.Add(CaseRow.TookOf(row.Opened, row.Closed, _grain, Calendar.Zone));
        _due.Add(row.Due);
        Units.Add(row.Unit);
        Categories.Add(row.Category);
        Answers.Add(row.Answer);
        _facts.Add(row.Facts | CaseRow.TargetOf(row.Closed, row.Due, _grain, Calendar.Zone));
        return outcome;
    }
}
