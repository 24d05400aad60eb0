using System.Globalization;
using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>The rates of a table of cases: by group, in total, and by which definition. Made by <see cref="CaseTable.Summarise"/>.</summary>
public sealed record SatisfactionReport
{
    internal SatisfactionReport()
    {
    }

    /// <summary>What counts as what.</summary>
    public required SatisfactionDefinition Definition { get; init; }

    /// <summary>The instant that the report looks at; null for the table as it stands.</summary>
    public required Instant? AsOf { get; init; }

    /// <summary>What the rows are grouped by.</summary>
    public required IReadOnlyList<Dimension> By { get; init; }

    /// <summary>The groups, in the order of their keys by ordinal comparison.</summary>
    public required IReadOnlyList<SatisfactionRow> Rows { get; init; }

    /// <summary>All cases together.</summary>
    public required SatisfactionRow Total { get; init; }

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
