using System.Collections.Concurrent;
using CampaignKit.Calendars;
using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>Many cases in columns, to be counted and summarised.</summary>
/// <remarks>
/// <para>Every row that was read is a case, a bad row or a repeated case. A case takes about 50 bytes beside its id; times are kept to the tick
/// of 100 ns. Units, categories and answers are kept once each.</para>
/// <para>Immutable and safe for use from any thread. The period of each case is worked out the first time that a report groups by such periods,
/// and kept: four bytes a case for each rule.</para>
/// </remarks>
public sealed class CaseTable
{
    private readonly ConcurrentDictionary<PeriodRule, TextColumn> _periods = [];

    internal CaseTable(
        CampaignCalendar calendar,
        TimeGrain grain,
        CaseColumns columns,
        IReadOnlyList<BadRow> badRows,
        IReadOnlyList<RepeatedCase> repeated,
        long rowsRead)
    {
        Calendar = calendar;
        Grain = grain;
        Columns = columns;
        BadRows = badRows;
        RepeatedCases = repeated;
        RowsRead = rowsRead;
        Recorded = columns.Recorded();
    }

    /// <summary>The calendar whose periods a report uses.</summary>
    public CampaignCalendar Calendar { get; }

    /// <summary>How resolution times are counted.</summary>
    public TimeGrain Grain { get; }

    /// <summary>How many cases there are.</summary>
    public int Count => Columns.Count;

    /// <summary>The cases, in the order in which they were read; each record is made when it is asked for.</summary>
    public IEnumerable<CaseRecord> Cases => Enumerable.Range(0, Count).Select(row => Columns[row]);

    /// <summary>The rows that make no case, in order.</summary>
    public IReadOnlyList<BadRow> BadRows { get; }

    /// <summary>The rows whose id an earlier row has, in order.</summary>
    public IReadOnlyList<RepeatedCase> RepeatedCases { get; }

    /// <summary>How many rows were read, the header and blank lines not counted.</summary>
    public long RowsRead { get; }

    internal CaseColumns Columns { get; }

    internal RecordedFacts Recorded { get; }

    /// <summary>Reads a CSV file in UTF-8 with a header, row by row.</summary>
    /// <param name="path">The file.</param>
    /// <param name="map">How it is read.</param>
    /// <param name="progress">Told now and then how many rows were read.</param>
    /// <param name="cancellationToken">Ends the reading; nothing is kept.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="DefinitionException">The header lacks columns of the map; the message lists them all.</exception>
    /// <exception cref="BadRowsException">More rows are bad than the map allows.</exception>
    /// <exception cref="OperationCanceledException">The reading was ended.</exception>
    public static CaseTable Read(string path, CsvMap map, IProgress<long>? progress = null, CancellationToken cancellationToken = default)
    {
        using var reader = new StreamReader(Guard.Against.NullOrEmpty(path));
        return Read(reader, map, progress, cancellationToken);
    }

    /// <summary>Reads CSV with a header, row by row; the reader stays open.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="map">How it is read.</param>
    /// <param name="progress">Told now and then how many rows were read.</param>
    /// <param name="cancellationToken">Ends the reading; nothing is kept.</param>
    /// <exception cref="DefinitionException">The header lacks columns of the map; the message lists them all.</exception>
    /// <exception cref="BadRowsException">More rows are bad than the map allows.</exception>
    /// <exception cref="OperationCanceledException">The reading was ended.</exception>
    public static CaseTable Read(TextReader reader, CsvMap map, IProgress<long>? progress = null, CancellationToken cancellationToken = default) =>
        CsvCases.Read(Guard.Against.Null(reader), Guard.Against.Null(map), progress, cancellationToken);

    /// <summary>
    /// The table of those cases; of several with one id the first counts, one closed before it began is a bad row, and lines are numbered from 1.
    /// </summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static CaseTable From(IEnumerable<CaseRecord> cases, CampaignCalendar calendar, TimeGrain grain = TimeGrain.Instant)
    {
        Guard.Against.Null(cases);
        var builder = new CaseTableBuilder(calendar, grain, badRowLimit: int.MaxValue);
        foreach (var record in cases)
            builder.Add(record);
        return builder.Build();
    }

    /// <summary>
    /// The counts, rates and resolution times of each group of cases and of all of them. Rates of facts that no case of the table records are
    /// "no data"; where some cases record a fact, one that does not counts as "no".
    /// </summary>
    /// <param name="by">What cases are grouped by; by nothing if empty, which leaves the total.</param>
    /// <param name="definition">What counts as what.</param>
    /// <param name="asOf">
    /// The instant that the report looks at: later cases are left out, and cases closed later are open. The whole table as it stands if null.
    /// </param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public SatisfactionReport Summarise(IReadOnlyList<Dimension> by, SatisfactionDefinition definition, Instant? asOf = null) =>
        TableSummary.Of(this, Guard.Against.Null(by), Guard.Against.Null(definition), asOf);

    /// <summary>How many cases each group has and how many of them are open: the quick question of a dashboard.</summary>
    /// <param name="by">What cases are grouped by; all cases are one group if it is empty.</param>
    /// <param name="asOf">The instant that is looked at, as of <see cref="Summarise"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="by"/> is null.</exception>
    public IReadOnlyList<GroupCount> CountBy(IReadOnlyList<Dimension> by, Instant? asOf = null) => TableCount.Of(this, Guard.Against.Null(by), asOf);

    /// <summary>The period of each case.</summary>
    internal TextColumn PeriodsBy(PeriodRule rule) =>
        _periods.TryGetValue(rule, out var known) ? known : _periods.GetOrAdd(rule, PeriodColumn.Of(Columns.Opened, rule, Calendar));
}
