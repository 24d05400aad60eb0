using System.Globalization;
using CampaignKit.Calendars;
using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>
/// The counts, rates and resolution times of a table of cases: by group, in total, and by which definition. Made by <see cref="CaseTable.Summarise"/>,
/// by <see cref="CaseBoard.Report()"/>, or by <see cref="Merge"/> of the reports of parts.
/// </summary>
/// <remarks>Immutable and safe for use from any thread.</remarks>
public sealed class SatisfactionReport
{
    private readonly SummaryGroups _groups;

    internal SatisfactionReport(IReadOnlyList<Dimension> by, SummaryGroups groups)
    {
        _groups = groups;
        By = [.. by];
        Definition = groups.Definition;
        Rows = By.Count > 0 ? groups : [];
        Total = groups.Total().Row;
    }

    /// <summary>What counts as what.</summary>
    public SatisfactionDefinition Definition { get; }

    /// <summary>The instant that the report looks at; null for the table as it stands.</summary>
    public required Instant? AsOf { get; init; }

    /// <summary>The calendar of the periods in it.</summary>
    public required CampaignCalendar Calendar { get; init; }

    /// <summary>How resolution times are counted.</summary>
    public required TimeGrain Grain { get; init; }

    /// <summary>What the rows are grouped by.</summary>
    public IReadOnlyList<Dimension> By { get; }

    /// <summary>The groups, in the order of their keys by ordinal comparison, value by value.</summary>
    public IReadOnlyList<SatisfactionRow> Rows { get; }

    /// <summary>All cases together.</summary>
    public SatisfactionRow Total { get; }

    /// <summary>How many rows were read for the table.</summary>
    public required long RowsRead { get; init; }

    /// <summary>How many of them were bad.</summary>
    public required long BadRows { get; init; }

    /// <summary>How many of them repeated the id of an earlier row.</summary>
    public required long RepeatedCases { get; init; }

    /// <summary>How many cases began after <see cref="AsOf"/> and were left out.</summary>
    public required long LaterCases { get; init; }

    /// <summary>Answers of closed cases that the definition does not know, which count as unrated, and how many cases gave each; in ordinal order.</summary>
    public required IReadOnlyList<KeyValuePair<string, long>> UnknownAnswers { get; init; }

    /// <summary>What was taken for granted in reading the cases, which their source does not say, in ordinal order.</summary>
    public IReadOnlyList<string> Assumptions { get; init; } = [];

    internal SummaryGroups Groups => _groups;

    /// <summary>
    /// The report of several parts together: equal to that of one table with all their cases, whatever their order. That they share no case is for
    /// the caller to know; an id that occurs in two parts is not noticed.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// There is no part, or they differ in dimensions, definition (in name, version or content), instant, calendar or grain.
    /// </exception>
    public static SatisfactionReport Merge(params IEnumerable<SatisfactionReport> parts) =>
        ReportMerge.Of([.. Guard.Against.NullOrEmpty(parts)]);

    /// <summary>
    /// Writes the report as JSON in UTF-8: the definition in the form that <see cref="SatisfactionDefinition.Parse"/> reads, what was read and left
    /// out, the total and the groups; each rate with hits, base, name of the base, value (null without data) and interval; times in seconds. Hits,
    /// counts and times are exact, values and limits round-trip. Names are in camelCase. Not escaped for use inside a web page.
    /// </summary>
    /// <param name="stream">What is written to; it stays open.</param>
    /// <param name="method">How intervals are computed; Wilson's if null.</param>
    /// <param name="level">The level of the intervals.</param>
    /// <exception cref="ArgumentException"><paramref name="stream"/> is null, or <paramref name="level"/> is not above 0 and below 1.</exception>
    public void WriteJson(Stream stream, IntervalMethod? method = null, double level = Rate.DefaultLevel) =>
        ReportJson.Write(this, Guard.Against.Null(stream), method ?? IntervalMethod.Wilson, LevelOf(level));

    /// <summary>
    /// Writes the report as CSV (RFC 4180) with a header in snake_case, where groups stand in columns such as <c>by_unit</c>: a line for the total and one
    /// for each group, with the values of <see cref="WriteJson"/>. What is null is blank. Each line says by which definition, in which version.
    /// </summary>
    /// <param name="writer">What is written to; it stays open.</param>
    /// <param name="formulas">What becomes of texts that a spreadsheet would run. The default keeps them.</param>
    /// <param name="method">How intervals are computed; Wilson's if null.</param>
    /// <param name="level">The level of the intervals.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="writer"/> is null, <paramref name="formulas"/> is no rule, or <paramref name="level"/> is not above 0 and below 1.
    /// </exception>
    public void WriteCsv(TextWriter writer, CsvFormulas formulas = CsvFormulas.Kept, IntervalMethod? method = null, double level = Rate.DefaultLevel) =>
        ReportCsv.Write(this, Guard.Against.Null(writer), Guard.Against.EnumOutOfRange(formulas), method ?? IntervalMethod.Wilson, LevelOf(level));

    /// <summary>The report for people: definition with version, what was read and left out, then total and groups.</summary>
    public override string ToString()
    {
        var lines = new List<string>
        {
            $"{Definition}{(AsOf is { } instant ? $", as of {instant}" : "")}",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{RowsRead:#,0} {(RowsRead == 1 ? "row" : "rows")} read: {BadRows:#,0} bad, {RepeatedCases:#,0} repeated, {LaterCases:#,0} later, {Total.Cases:#,0} {(Total.Cases == 1 ? "case" : "cases")} reported"),
        };
        if (UnknownAnswers.Count > 0)
            lines.Add($"Unknown answers, taken as unrated: {string.Join(", ", UnknownAnswers.Select(a => string.Create(CultureInfo.InvariantCulture, $"'{a.Key}' {a.Value:#,0}")))}");
        lines.AddRange(Assumptions.Select(a => $"Assumed: {a}"));
        lines.Add(Total.ToString());
        lines.AddRange(Rows.Select(r => r.ToString()));
        return string.Join(Environment.NewLine, lines);
    }

    private static double LevelOf(double level) => Guard.Against.UnfitLevel(level);
}
