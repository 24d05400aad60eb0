using CampaignKit.Calendars;
using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>Many cases, to be summarised. How they are kept is the table's own affair.</summary>
/// <remarks>Every row that was read is a case, a bad row or a repeated case. Immutable and safe for use from any thread.</remarks>
public sealed class CaseTable
{
    private readonly IReadOnlyList<CaseRecord> _cases;

    internal CaseTable(
        CampaignCalendar calendar, IReadOnlyList<CaseRecord> cases, IReadOnlyList<BadRow> badRows, IReadOnlyList<RepeatedCase> repeated)
    {
        _cases = cases;
        Calendar = calendar;
        BadRows = badRows;
        RepeatedCases = repeated;
        Recorded = new RecordedFacts(
            cases.Any(c => c.Contacted is not null), cases.Any(c => c.Resolved is not null), cases.Any(c => !string.IsNullOrWhiteSpace(c.Answer)));
    }

    /// <summary>The calendar whose periods a report uses.</summary>
    public CampaignCalendar Calendar { get; }

    /// <summary>How many cases there are.</summary>
    public int Count => _cases.Count;

    /// <summary>The cases, in the order in which they were read.</summary>
    public IEnumerable<CaseRecord> Cases => _cases;

    /// <summary>The rows that make no case, in order.</summary>
    public IReadOnlyList<BadRow> BadRows { get; }

    /// <summary>The rows whose id an earlier row has, in order.</summary>
    public IReadOnlyList<RepeatedCase> RepeatedCases { get; }

    /// <summary>How many rows were read, the header and blank lines not counted.</summary>
    public long RowsRead => (long)Count + BadRows.Count + RepeatedCases.Count;

    internal RecordedFacts Recorded { get; }

    /// <summary>Reads a CSV file in UTF-8 with a header, row by row.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="DefinitionException">The header lacks columns of the map; the message lists them all.</exception>
    /// <exception cref="BadRowsException">More rows are bad than the map allows.</exception>
    public static CaseTable Read(string path, CsvMap map)
    {
        using var reader = new StreamReader(Guard.Against.NullOrEmpty(path));
        return Read(reader, map);
    }

    /// <summary>Reads CSV with a header, row by row; the reader stays open.</summary>
    /// <exception cref="DefinitionException">The header lacks columns of the map; the message lists them all.</exception>
    /// <exception cref="BadRowsException">More rows are bad than the map allows.</exception>
    public static CaseTable Read(TextReader reader, CsvMap map) => CsvCases.Read(Guard.Against.Null(reader), Guard.Against.Null(map));

    /// <summary>The table of those cases; of several with one id the first counts, and lines are numbered from 1.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static CaseTable From(IEnumerable<CaseRecord> cases, CampaignCalendar calendar)
    {
        Guard.Against.Null(cases);
        var builder = new CaseTableBuilder(Guard.Against.Null(calendar));
        var line = 0L;
        foreach (var record in cases)
            builder.Add(++line, record);
        return builder.Build();
    }

    /// <summary>
    /// The rates of each group of cases and of all of them. Rates of facts that no case of the table records are "no data"; where some cases
    /// record a fact, one that does not counts as "no".
    /// </summary>
    /// <param name="by">What cases are grouped by; by nothing if empty, which leaves the total.</param>
    /// <param name="definition">What counts as what.</param>
    /// <param name="asOf">
    /// The instant that the report looks at: later cases are left out, and cases closed later are open. The whole table as it stands if null.
    /// </param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public SatisfactionReport Summarise(IReadOnlyList<Dimension> by, SatisfactionDefinition definition, Instant? asOf = null) =>
        SatisfactionSummary.Of(this, Guard.Against.Null(by), Guard.Against.Null(definition), asOf);
}
