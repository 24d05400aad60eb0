namespace CampaignKit.Benchmarks.Leaderboards;

/// <summary>The workloads' sizes and names.</summary>
internal static class Workloads
{
    public const int PageSize = 20;
    public const int Radius = 10;
    public const int Window = (2 * Radius) + 1;
    public const int MixedPeriod = 10;
    public const int BatchSize = 1_024;

    public static IReadOnlyList<Workload> All { get; } = Enum.GetValues<Workload>();

    public static string Title(this Workload workload) => workload switch
    {
        Workload.Update => "update by +1",
        Workload.Rescore => "any new score",
        Workload.OrdinalRank => "ordinal rank",
        Workload.CompetitionRank => "1224 rank",
        Workload.ScoreRank => "1224 rank of a score",
        Workload.Top => "top 20",
        Workload.Around => "around 10",
        Workload.MiddlePage => "page at the middle",
        _ => "9 ranks, 1 update",
    };
}
