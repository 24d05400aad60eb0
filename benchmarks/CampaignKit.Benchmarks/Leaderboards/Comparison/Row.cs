namespace CampaignKit.Benchmarks.Leaderboards;

/// <summary>What was measured of one way of asking one board.</summary>
internal sealed class Row(IContender contender, Way way)
{
    public IContender Contender => contender;

    public Way Way => way;

    /// <summary>Nanoseconds an operation, of each round.</summary>
    public Dictionary<Workload, List<double>> Times { get; } = [];

    /// <summary>Bytes allocated an operation, over all rounds; of this process.</summary>
    public Dictionary<Workload, double> Allocated { get; } = [];

    /// <summary>Nanoseconds a member to fill the board; null for further ways that fill it alike.</summary>
    public double? Load { get; set; }

    /// <summary>Bytes a member, keys included; null for further ways into the same memory.</summary>
    public double? Bytes { get; set; }

    public double? Median(Workload workload) => Times.TryGetValue(workload, out var times) ? Statistics.Median(times) : null;
}
