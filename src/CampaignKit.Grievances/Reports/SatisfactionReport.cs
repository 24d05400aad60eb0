using System.Globalization;
using CampaignKit.Calendars;
using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>
/// The counts, rates and resolution times of a table of cases: by group, in total, and by which definition. Made by <see cref="CaseTable.Summarise"/>,
/// by <see cref="CaseBoard.Report"/>, or by <see cref="Merge"/> of the reports of parts.
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

    internal SummaryGroups Groups => _groups;

    /// <summary>
    /// The report of several parts together: equal to that of one table with all their cases, whatever their order. That they share no case is for
    /// the caller to know; an id that occurs in two parts is not noticed.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// There is no part, or they differ in dimensions, definition (which must be the same object or of the same name and version), instant, calendar or grain.
    /// </exception>
    public static SatisfactionReport Merge(params IEnumerable<SatisfactionReport> parts) =>
        ReportMerge.Of([.. Guard.Against.NullOrEmpty(parts)]);

    /// <summary>The report for people: definition with version, what was read and left out, then total and groups.</summary>
    public override string ToString()
    {
        var lines = new List<string>
        {
            $"{Definition}{(AsOf is { } instant ? $", as of {instant}" : "")}",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{RowsRead:#,0} rows read: {BadRows:#,0} bad, {RepeatedCases:#,0} repeated, {LaterCases:#,0} later, {Total.Cases:#,0} cases reported"),
        };
        if (UnknownAnswers.Count > 0)
            lines.Add($"Unknown answers, taken as unrated: {string.Join(", ", UnknownAnswers.Select(a => string.Create(CultureInfo.InvariantCulture, $"'{a.Key}' {a.Value:#,0}")))}");
        lines.Add(Total.ToString());
        lines.AddRange(Rows.Select(r => r.ToString()));
        return string.Join(Environment.NewLine, lines);
    }
}
