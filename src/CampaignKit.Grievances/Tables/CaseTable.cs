using System.Collections.Concurrent;
using CampaignKit.Calendars;
using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>Many cases in columns, to be counted and summarised.</summary>
/// <remarks>
/// <para>Every row that was read is a case, a bad row or a repeated case. A case takes about 60 bytes beside its id, and up to 14 more where cases
/// say when they were updated, whether they were replied to and how often reopened; times are kept to the tick of 100 ns. Units, categories and
/// answers are kept once each.</para>
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

    /// <summary>The earliest date in the zone of a calendar that a time of a case may have: the first of January 1900. Earlier ones are bad rows.</summary>
    public static LocalDate EarliestDate => new(1900, 1, 1);

    /// <summary>The latest such date: the first of January 2200. Later ones, such as the year 9999 for "never", are bad rows.</summary>
    public static LocalDate LatestDate => new(2200, 1, 1);

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

    /// <summary>What was taken for granted in reading, which the source does not say; reports print it. Mostly nothing.</summary>
    public IReadOnlyList<string> Assumptions { get; internal init; } = [];

    internal CaseColumns Columns { get; }

    internal RecordedFacts Recorded { get; }

    /// <summary>Reads a CSV file in UTF-8 with a header, row by row.</summary>
    /// <param name="path">The file; one compressed by gzip is known by its first bytes.</param>
    /// <param name="map">How it is read.</param>
    /// <param name="progress">Told now and then how many rows were read.</param>
    /// <param name="cancellationToken">Ends the reading; nothing is kept.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">
    /// The file is empty or not UTF-8, or a quote opened in it is never closed, which the message says with the line; or it is compressed, and damaged or cut short.
    /// </exception>
    /// <exception cref="DefinitionException">The header lacks columns of the map; the message lists them all.</exception>
    /// <exception cref="BadRowsException">More rows are bad than the map allows.</exception>
    /// <exception cref="OperationCanceledException">The reading was ended.</exception>
    public static CaseTable Read(string path, CsvMap map, IProgress<long>? progress = null, CancellationToken cancellationToken = default)
    {
        using var reader = new Utf8Text(SourceFile.Open(path));
        return Read(reader, map, progress, cancellationToken);
    }

    /// <summary>Reads CSV with a header, row by row; the reader stays open.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="map">How it is read.</param>
    /// <param name="progress">Told now and then how many rows were read.</param>
    /// <param name="cancellationToken">Ends the reading; nothing is kept.</param>
    /// <exception cref="InvalidDataException">There are only blank lines. Or a quote is never closed, or holds more than 1,048,576 characters; the message says on which line it was opened.</exception>
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

    /// <summary>
    /// Writes the cases as CSV (RFC 4180) with a header, in the form that <see cref="CsvMap.Exported"/> reads: times in UTC to 100 ns. Read back, they
    /// are equal but for outer blanks of texts; bad rows, calendar and grain are not in it.
    /// </summary>
    /// <param name="writer">What is written to; it stays open.</param>
    /// <param name="formulas">What becomes of texts that a spreadsheet would run. The default keeps them.</param>
    /// <param name="cancellationToken">Ends the writing, in the middle.</param>
    /// <exception cref="ArgumentException"><paramref name="writer"/> is null, or <paramref name="formulas"/> is no rule.</exception>
    /// <exception cref="OperationCanceledException">The writing was ended.</exception>
    public void WriteCsv(TextWriter writer, CsvFormulas formulas = CsvFormulas.Kept, CancellationToken cancellationToken = default) =>
        CasesCsv.Write(this, Guard.Against.Null(writer), Guard.Against.EnumOutOfRange(formulas), cancellationToken);

    /// <summary>
    /// Writes the cases as JSON in UTF-8: an array of objects, each with every field of a case under the name it has in <see cref="WriteCsv"/>, null
    /// where nothing is known, and <c>duplicate</c>; times in UTC to 100 ns. Bad rows, calendar and grain are not in it. Not escaped for use inside
    /// a web page.
    /// </summary>
    /// <param name="stream">What is written to; it stays open.</param>
    /// <param name="cancellationToken">Ends the writing, in the middle.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="FormatException">Texts hold characters that JSON cannot carry; the message lists them, and nothing was written.</exception>
    /// <exception cref="OperationCanceledException">The writing was ended.</exception>
    public void WriteJson(Stream stream, CancellationToken cancellationToken = default)
    {
        Guard.Against.Null(stream);
        RequestTexts.CheckAll(this);
        CasesJson.Write(this, stream, cancellationToken);
    }

    /// <summary>
    /// Writes the cases as requests of Open311 GeoReport v2 in UTF-8, which <see cref="Open311.ReadRequests(Stream, Open311Options, IProgress{long}, CancellationToken)"/>
    /// reads: id, status, opening, target, last change, unit and category, and the closing time if the options name a field for it; if that is
    /// <see cref="Open311Options.UpdatedField"/>, it stands there in place of the last change of closed cases. The format has no place for contacts,
    /// resolutions, ratings, replies, reopenings and duplicates.
    /// </summary>
    /// <param name="stream">What is written to; it stays open.</param>
    /// <param name="format">JSON or XML.</param>
    /// <param name="options">The services, which give the codes of categories, and the field of closing times; the rest is for reading. By default none.</param>
    /// <param name="cancellationToken">Ends the writing, in the middle.</param>
    /// <exception cref="ArgumentException"><paramref name="stream"/> is null, or <paramref name="format"/> is none.</exception>
    /// <exception cref="FormatException">Texts hold characters that the format cannot carry; the message lists them, and nothing was written.</exception>
    /// <exception cref="OperationCanceledException">The writing was ended.</exception>
    public void WriteOpen311(Stream stream, Open311Format format, Open311Options? options = null, CancellationToken cancellationToken = default)
    {
        Guard.Against.Null(stream);
        Guard.Against.EnumOutOfRange(format);
        RequestTexts.Check(this, format);
        var requests = new RequestWriter(this, options ?? Open311Options.Default);
        if (format is Open311Format.Json)
            requests.WriteJson(stream, cancellationToken);
        else
            requests.WriteXml(stream, cancellationToken);
    }

    /// <summary>The period of each case.</summary>
    internal TextColumn PeriodsBy(PeriodRule rule) =>
        _periods.TryGetValue(rule, out var known) ? known : _periods.GetOrAdd(rule, PeriodColumn.Of(Columns.Opened, rule, Calendar));
}
