using System.Diagnostics.CodeAnalysis;
using CampaignKit.Calendars;
using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>
/// A summary that is kept up to date case by case: what <see cref="CaseTable.Summarise"/> would say of the cases as they are now, for dashboards.
/// </summary>
/// <remarks>
/// <para>A change costs the same however many cases there are (amortised, as a hash table grows), and so do the counts and rates of a group or of all
/// cases. Resolution times are put in order when a quantile is first asked for after a change, which costs n log n of the group's closed cases. A case
/// takes about 240 bytes beside its id and texts.</para>
/// <para>Every case on the board has an id. For one thread at a time.</para>
/// </remarks>
public sealed class CaseBoard
{
    private readonly IReadOnlyList<Dimension> _by;
    private readonly SatisfactionDefinition _definition;
    private readonly CampaignCalendar _calendar;
    private readonly TimeGrain _grain;
    private readonly Dictionary<string, BoardCase> _cases = new(StringComparer.Ordinal);
    private readonly Dictionary<IReadOnlyList<string>, BoardGroup> _groups = new(KeyOrder.Instance);
    private readonly Dictionary<string, long> _unknown = new(StringComparer.Ordinal);
    private readonly BoardGroup _total = new([]);
    private (long Contacted, long Resolved, long Answered) _recording;

    /// <summary>An empty board.</summary>
    /// <param name="by">What cases are grouped by; by nothing if empty, which leaves the total.</param>
    /// <param name="definition">What counts as what.</param>
    /// <param name="calendar">The calendar whose periods it uses.</param>
    /// <param name="grain">How resolution times are counted.</param>
    /// <exception cref="ArgumentException">An argument is null or out of its range.</exception>
    public CaseBoard(IReadOnlyList<Dimension> by, SatisfactionDefinition definition, CampaignCalendar calendar, TimeGrain grain = TimeGrain.Instant)
    {
        _by = [.. Guard.Against.Null(by)];
        _definition = Guard.Against.Null(definition);
        _calendar = Guard.Against.Null(calendar);
        _grain = Guard.Against.EnumOutOfRange(grain);
    }

    /// <summary>How many cases there are.</summary>
    public int Count => _cases.Count;

    /// <summary>All cases together, as they are now.</summary>
    public SatisfactionRow Total => _total.ToRow(_definition, Recorded);

    private RecordedFacts Recorded => new(_recording.Contacted > 0, _recording.Resolved > 0, _recording.Answered > 0);

    /// <summary>
    /// Finds the group of that key as it is now: a value for each dimension. Counts and rates of the row stay what they were; its times can be asked for
    /// until the group changes.
    /// </summary>
    /// <exception cref="ArgumentException">The key has not a value for each dimension.</exception>
    public bool TryGetGroup(IReadOnlyList<string> key, out SatisfactionRow row)
    {
        Guard.Against.Null(key);
        Guard.Against.InvalidInput(key, nameof(key), k => k.Count == _by.Count, $"The key must have a value for each of {string.Join(", ", _by)}.");
        var group = _by.Count == 0 ? _total : _groups.GetValueOrDefault(key);
        row = group?.ToRow(_definition, Recorded) ?? default;
        return group is not null;
    }

    /// <summary>Finds the case of that id as it is now.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    public bool TryGetCase(string id, [NotNullWhen(true)] out CaseRecord? record)
    {
        record = _cases.GetValueOrDefault(Guard.Against.Null(id))?.Record;
        return record is not null;
    }

    /// <summary>Puts a case on the board as it is now, in place of what the board knew of that id.</summary>
    /// <exception cref="ArgumentException">It is null, has no id, or was closed before it began.</exception>
    public void Put(CaseRecord record)
    {
        Guard.Against.Null(record);
        Guard.Against.InvalidInput(record, nameof(record), r => r.Id is not null, "A case on a board has an id.");
        Guard.Against.InvalidInput(record, nameof(record), r => r.Closed is not { } closed || closed >= r.Opened, $"Case {record.Id} was closed at {record.Closed}, before it began at {record.Opened}.");

        // Whatever the key of a custom dimension throws, it throws before anything has changed.
        string[] key = [.. _by.Select(d => d.KeyOf(record, _calendar))];
        Remove(record.Id!);
        if (!_groups.TryGetValue(key, out var group))
            _groups.Add(key, group = new BoardGroup(key));
        var entry = new BoardCase(record, group, TookOf(record), _definition.WorthOf(record.Answer) ?? AnswerWorths.Unrated, FactsOf(record));
        _cases.Add(record.Id!, entry);
        group.Add(entry, inTotal: false);
        _total.Add(entry, inTotal: true);
        Note(record, 1);
    }

    /// <summary>Notes that the case was closed at that time.</summary>
    /// <returns>Whether there is a case of that id.</returns>
    /// <exception cref="ArgumentException">The case began later.</exception>
    public bool Close(string id, Instant at) => Change(id, record => record with { Closed = at, ClosingTimeUnknown = false });

    /// <summary>Notes that the case is open again. What the citizen answered to the first closing stays; <see cref="Put"/> can take it back.</summary>
    /// <returns>Whether there is a case of that id.</returns>
    public bool Reopen(string id) => Change(id, record => record with { Closed = null, ClosingTimeUnknown = false });

    /// <summary>Notes the citizen's answer; null or blank takes it back.</summary>
    /// <returns>Whether there is a case of that id.</returns>
    public bool Rate(string id, string? answer) => Change(id, record => record with { Answer = answer });

    /// <summary>Puts in place of a case what <paramref name="change"/> makes of it; the id must stay.</summary>
    /// <returns>Whether there is a case of that id.</returns>
    /// <exception cref="ArgumentException">An argument is null, or the changed case has another id or was closed before it began.</exception>
    public bool Change(string id, Func<CaseRecord, CaseRecord> change)
    {
        Guard.Against.Null(change);
        if (!TryGetCase(id, out var record))
            return false;
        Put(Guard.Against.InvalidInput(change(record), nameof(change), r => r.Id == id, $"Case {id} must keep its id."));
        return true;
    }

    /// <summary>Takes a case off the board.</summary>
    /// <returns>Whether there was one of that id.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    public bool Remove(string id)
    {
        if (!_cases.Remove(Guard.Against.Null(id), out var entry))
            return false;

        var group = entry.Group;
        group.Remove(entry, inTotal: false);
        _total.Remove(entry, inTotal: true);
        if (group.IsEmpty)
            _groups.Remove(group.Key);
        Note(entry.Record, -1);
        return true;
    }

    /// <summary>The report of the board as it is now, which later changes do not touch. Costs as much as there are groups and closed cases.</summary>
    public SatisfactionReport Report()
    {
        var groups = new GroupCollector(_by.Count);
        foreach (var group in _groups.Values)
            groups.Add(group.Key, group.Counts, group.SortedTimes().Span);
        return new SatisfactionReport(_by, groups.ToGroups(_definition, Recorded))
        {
            AsOf = null,
            Calendar = _calendar,
            Grain = _grain,
            RowsRead = Count,
            BadRows = 0,
            RepeatedCases = 0,
            LaterCases = 0,
            UnknownAnswers = [.. _unknown.OrderBy(u => u.Key, StringComparer.Ordinal)],
        };
    }

    /// <summary>
    /// The report of the board at that instant, in which open cases are late whose targets have passed: what <see cref="CaseTable.Summarise"/> says of
    /// all its cases. Goes through all of them.
    /// </summary>
    public SatisfactionReport Report(Instant asOf) =>
        CaseTable.From(_cases.Values.Select(c => c.Record), _calendar, _grain).Summarise(_by, _definition, asOf);

    private long TookOf(CaseRecord record) =>
        CaseRow.TookOf(record.Opened.ToUnixTimeTicks(), CaseRow.ClosedOf(record), _grain, _calendar.Zone);

    private CaseFacts FactsOf(CaseRecord record) =>
        CaseRow.FactsOf(record.Contacted, record.Resolved, record.Duplicate)
        | CaseRow.TargetOf(CaseRow.ClosedOf(record), CaseRow.DueOf(record), _grain, _calendar.Zone);

    private void Note(CaseRecord record, int times)
    {
        _recording.Contacted += record.Contacted is null ? 0 : times;
        _recording.Resolved += record.Resolved is null ? 0 : times;
        _recording.Answered += string.IsNullOrWhiteSpace(record.Answer) ? 0 : times;
        if (!record.IsClosed || !_definition.IsUnknown(record.Answer))
            return;

        var cases = _unknown.GetValueOrDefault(record.Answer!) + times;
        if (cases == 0)
            _unknown.Remove(record.Answer!);
        else
            _unknown[record.Answer!] = cases;
    }
}
