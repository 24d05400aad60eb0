namespace CampaignKit.Benchmarks.Leaderboards;

/// <summary>A way of asking a board: one row of the table.</summary>
/// <param name="Name">The row's name.</param>
/// <param name="Role">What its figures are for.</param>
/// <param name="Operations">The workloads it can do.</param>
internal sealed record Way(string Name, Role Role, IReadOnlyDictionary<Workload, Run> Operations)
{
    /// <summary>What members are named by; ours are held against peers of the same naming, and against those that have only one (null).</summary>
    public Naming? Naming { get; init; }

    /// <summary>How many operations one call is meant to do.</summary>
    public int Batch { get; init; } = 1;

    /// <summary>What times it.</summary>
    public ITimekeeper Timekeeper { get; init; } = WallClock.Instance;
}
