using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>What a <see cref="GrievanceReport"/> is of and how it compares.</summary>
public sealed record GrievanceReportOptions
{
    /// <summary>The smallest base that is compared unless said: 10.</summary>
    public const long DefaultMinimumBase = FunnelOptions.DefaultMinimumBase;

    /// <summary>What stands above the report, such as the name of the file.</summary>
    /// <value>The default is <c>Grievances</c>.</value>
    public string Title { get; init; } = "Grievances";

    /// <summary>
    /// What cases are grouped by. The first that is no period is what is compared in the funnel plot; the first that is one is what the trend is by.
    /// </summary>
    /// <value>The default is the unit.</value>
    public IReadOnlyList<Dimension> By { get; init; } = [Dimension.Unit];

    /// <summary>What counts as what.</summary>
    /// <value>The default is <see cref="SatisfactionDefinition.ThreeRates"/>.</value>
    public SatisfactionDefinition Definition { get; init; } = SatisfactionDefinition.ThreeRates;

    /// <summary>The instant that the report looks at: what happened before it counts, the rest is left out or open.</summary>
    /// <value>The default is null, which stands for just after the last opening or closing in the table: the next minute, or the next day where only dates are known.</value>
    public Instant? AsOf { get; init; }

    /// <summary>From when on a case must have begun to be counted; before <see cref="AsOf"/>, if both are given.</summary>
    /// <value>The default is null, from the beginning of the table.</value>
    public Instant? Since { get; init; }

    /// <summary>Whether cases that are marked as duplicates of others are counted.</summary>
    /// <value>The default is true; how many they are is told either way.</value>
    public bool CountDuplicates { get; init; } = true;

    /// <summary>
    /// Within which time a case should be closed, where the table has no ratings to compare units by. From a minute to 300 years, part of a minute dropped;
    /// where only dates are known, from a day, part of a day dropped.
    /// </summary>
    /// <value>The default is null, which stands for the median time of all cases, open ones included.</value>
    public Duration? Within { get; init; }

    /// <summary>The smallest base of a unit that is compared, at least 1.</summary>
    /// <value>The default is <see cref="DefaultMinimumBase"/>.</value>
    public long MinimumBase { get; init; } = DefaultMinimumBase;

    /// <summary>
    /// For publication: groups of fewer cases are hidden with all that is known of them, and as many others as it takes that no hidden number of cases
    /// can be worked out from what is printed (<see cref="Suppression"/>). The trend is left out unless the groups are its periods; flags and the values of
    /// bad rows are left out. Only numbers of cases are protected: counts within a group that is shown, such as its open cases, are shown however small,
    /// and those of the hidden groups together follow from the total. From 1 to <see cref="CountTable.MaxCount"/>, with one dimension at most.
    /// </summary>
    /// <value>The default is null, which hides nothing.</value>
    public long? SuppressBelow { get; init; }
}
