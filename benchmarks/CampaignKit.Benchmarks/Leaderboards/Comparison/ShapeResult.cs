namespace CampaignKit.Benchmarks.Leaderboards;

/// <summary>All that was measured with scores of one shape.</summary>
/// <param name="Shape">The shape.</param>
/// <param name="Rows">A row for each way.</param>
/// <param name="Latencies">What a load from memory cost in each round, in nanoseconds.</param>
internal sealed record ShapeResult(ScoreShape Shape, IReadOnlyList<Row> Rows, IReadOnlyList<(double Dependent, double Independent)> Latencies);
