namespace CampaignKit.Grievances;

/// <summary>Puts the reports of parts together.</summary>
internal static class ReportMerge
{
    public static SatisfactionReport Of(SatisfactionReport[] parts)
    {
        if (Array.Exists(parts, part => part is null))
            throw new ArgumentException("A report is null.", nameof(parts));
        var first = parts[0];
        foreach (var part in parts)
            Refuse(part, first);

        var groups = new GroupCollector(first.By.Count);
        var unknown = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var recorded = default(RecordedFacts);
        foreach (var part in parts)
        {
            for (var i = 0; i < part.Groups.Count; i++)
                groups.Add(part.Groups.KeyOf(i), part.Groups.CountsAt(i), part.Groups.TimesAt(i).Span);
            foreach (var (answer, cases) in part.UnknownAnswers)
                unknown[answer] = unknown.GetValueOrDefault(answer) + cases;
            recorded |= part.Groups.Recorded;
        }

        return new SatisfactionReport(first.By, groups.ToGroups(first.Definition, recorded))
        {
            AsOf = first.AsOf,
            Calendar = first.Calendar,
            Grain = first.Grain,
            RowsRead = parts.Sum(p => p.RowsRead),
            BadRows = parts.Sum(p => p.BadRows),
            RepeatedCases = parts.Sum(p => p.RepeatedCases),
            LaterCases = parts.Sum(p => p.LaterCases),
            UnknownAnswers = [.. unknown],
            Assumptions = [.. parts.SelectMany(p => p.Assumptions).Distinct().Order(StringComparer.Ordinal)],
        };
    }

    private static void Refuse(SatisfactionReport part, SatisfactionReport first)
    {
        var difference =
            !part.By.Select(d => d.Name).SequenceEqual(first.By.Select(d => d.Name)) ? $"by {Names(first)} and by {Names(part)}"
            : !IsSame(part.Definition, first.Definition) ? $"by the definitions {first.Definition} and {part.Definition}{($"{first.Definition}" == $"{part.Definition}" ? ", which differ in content," : "")}"
            : part.AsOf != first.AsOf ? $"{AsOf(first)} and {AsOf(part)}"
            : part.Calendar != first.Calendar ? $"on the calendars {first.Calendar} and {part.Calendar}"
            : part.Grain != first.Grain ? $"with times to the {first.Grain} and to the {part.Grain}"
            : null;
        if (difference is not null)
            throw new ArgumentException($"Reports {difference} can't be merged.", nameof(part));
    }

    /// <summary>Name and version alone are what their author says; two files of one name may hold different weights.</summary>
    private static bool IsSame(SatisfactionDefinition one, SatisfactionDefinition other) =>
        ReferenceEquals(one, other)
        || (one.Name == other.Name && one.Version == other.Version
            && one.Answers.Count == other.Answers.Count && one.Answers.All(a => other.Answers.TryGetValue(a.Key, out var worth) && worth == a.Value)
            && one.Unrated.ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(other.Unrated)
            && one.Response == other.Response && one.Resolution == other.Resolution && one.Satisfaction == other.Satisfaction
            && one.Composite == other.Composite);

    private static string AsOf(SatisfactionReport report) => report.AsOf is { } instant ? $"as of {instant}" : "of whole tables";

    private static string Names(SatisfactionReport report) => report.By.Count == 0 ? "nothing" : string.Join(", ", report.By);
}
