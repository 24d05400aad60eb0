using System.Globalization;

namespace CampaignKit.Benchmarks.Draws;

/// <summary>The sizes of pools that are measured: 10,000, or those that the environment names, since a million takes minutes.</summary>
internal static class DrawSizes
{
    /// <summary>Sizes with commas between, such as <c>10000,1000000</c>.</summary>
    public const string Variable = "CAMPAIGNKIT_BENCHMARK_SIZES";

    private const string Default = "10000";

    public static IEnumerable<int> All => (Environment.GetEnvironmentVariable(Variable) ?? Default)
        .Split(',')
        .Select(size => int.Parse(size, CultureInfo.InvariantCulture));
}
