using System.Text.Json;

namespace CampaignKit.Benchmarks.Leaderboards;

/// <summary>The figures of every round as JSON, for who wants to compute with them.</summary>
internal static class ComparisonJson
{
    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static string Of(IEnumerable<ShapeResult> results, ComparisonOptions options, string machine) => JsonSerializer.Serialize(
        new
        {
            machine,
            options.Members,
            options.Rounds,
            Shapes = results.Select(result => new
            {
                Scores = result.Shape.Name,
                result.Shape.Highest,
                MemoryLoadNs = result.Latencies.Select(latency => new { latency.Dependent, latency.Independent }),
                Rows = result.Rows.Select(row => new
                {
                    row.Way.Name,
                    LoadNs = row.Load,
                    BytesAMember = row.Bytes,
                    Ns = row.Times.ToDictionary(entry => entry.Key.Title(), entry => entry.Value),
                    BytesAllocated = row.Allocated.ToDictionary(entry => entry.Key.Title(), entry => entry.Value),
                }),
            }),
        },
        Format);
}
