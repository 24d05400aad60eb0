using static CampaignKit.Grievances.ReportWords;

namespace CampaignKit.Grievances;

/// <summary>The groups of a report as weighting classes.</summary>
internal static class SatisfactionClasses
{
    /// <summary>The estimate over groups, with those that are hidden as one class, of which the total tells no less; null where it says nothing.</summary>
    public static WeightingClassEstimate? Estimate(IEnumerable<SatisfactionRow> shown, IReadOnlyList<SatisfactionRow> hidden)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var classes = shown.Select(row => ClassOf(NameOf(row), [row])).ToList();
        if (hidden.Count > 0)
            classes.Add(ClassOf("(hidden)", hidden));
        classes.RemoveAll(c => c.All == 0);

        // Of one class, the estimate is the rate of those who answered.
        return classes.Count > 1 && classes.Any(c => c.Answered > 0)
            ? WeightingClassEstimate.Of(classes.Select(c => c with { Name = Unlike(c.Name, names) }))
            : null;
    }

    /// <summary>What the estimate takes for granted.</summary>
    public static string Claim(Dimension by) => $"that within one {by} the silent think as those who answered";

    /// <summary>Why there is no estimate; null if there is one.</summary>
    public static string? Missing(GrievanceReport report) => report.WeightedSatisfaction switch
    {
        { Value: not null } => null,
        { SilentClasses: var silent, Classes: var all } => $"no answer counts in {Number(silent.Count)} of {Number(all.Count)} classes, so nobody speaks for them: {Listed(silent)}",
        null when report.Total.Row.Rated.Hits == 0 => "no answer counts",
        null when report.Compared is null && report.Options.SuppressBelow is not null => "other classes than the groups may give away what is hidden",
        null => $"all closed cases are of one {report.WeightedBy}",
    };

    private static WeightingClass ClassOf(string name, IReadOnlyList<SatisfactionRow> rows) =>
        new(name, rows.Sum(r => r.Closed), rows.Sum(r => (long)r.Rated.Hits), rows.Sum(r => r.Satisfaction.Hits));

    private static string NameOf(SatisfactionRow row) => string.IsNullOrWhiteSpace(row[0]) ? GroupName.Of([""]) : row[0];

    /// <summary>The name, or with a number if it is taken: a unit may be called what those without a name are.</summary>
    private static string Unlike(string name, HashSet<string> taken)
    {
        var unlike = name;
        for (var i = 2; !taken.Add(unlike); i++)
            unlike = $"{name} {Rate.Number(i)}";
        return unlike;
    }
}
