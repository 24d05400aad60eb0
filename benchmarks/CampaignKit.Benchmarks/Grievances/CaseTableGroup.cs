namespace CampaignKit.Benchmarks.Grievances;

/// <summary>What every contender says of one group; times are minutes, worth is in tenths of a per cent.</summary>
internal readonly record struct CaseTableGroup(
    string Unit, string Category, string Week, long Cases, long Open, long Rated, long Worth, long P50, long P90)
{
    public static CaseTableGroup[] Sorted(IEnumerable<CaseTableGroup> groups) =>
        [.. groups.OrderBy(g => g.Unit, StringComparer.Ordinal).ThenBy(g => g.Category, StringComparer.Ordinal).ThenBy(g => g.Week, StringComparer.Ordinal)];
}
