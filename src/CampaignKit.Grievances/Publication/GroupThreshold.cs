namespace CampaignKit.Grievances;

/// <summary>
/// The rule that no group of fewer than k is published on its own, in the manner of k-anonymity: L. Sweeney, k-Anonymity: A Model for Protecting
/// Privacy, International Journal of Uncertainty, Fuzziness and Knowledge-Based Systems 10 (2002), 557-570. To withhold
/// small groups instead of merging them, hide them by <see cref="Suppression"/>. Immutable.
/// </summary>
/// <param name="K">The least size of a group, from 1 on.</param>
public sealed record GroupThreshold(long K)
{
    /// <summary>The least size of a group.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1 or above <see cref="CountTable.MaxCount"/>.</exception>
    public long K { get; } = Guard.Against.OutOfRange(K, nameof(K), 1, CountTable.MaxCount);

    /// <summary>
    /// Merges groups of 1 to k - 1 into one, and with them the smallest of the others, the first of equals, until that one holds k. Empty groups stay.
    /// The total stays true. If all together are fewer than k, all are withheld, total included.
    /// </summary>
    /// <exception cref="ArgumentException">There is no group, a name repeats or is that of the merged group, or counts are negative or too large.</exception>
    public MergedGroups Merge(IReadOnlyList<KeyValuePair<string, long>> groups, string mergedName = "others")
    {
        Guard.Against.NullOrEmpty(groups);
        Guard.Against.NullOrWhiteSpace(mergedName);
        var table = CountTable.OneWay([.. groups.Select(g => g.Key).Append(mergedName)], [.. groups.Select(g => g.Value).Append(0)]);

        var least = K;
        var merged = groups.Where(g => g.Value > 0 && g.Value < least).ToDictionary(StringComparer.Ordinal);
        foreach (var next in groups.Where(g => g.Value >= least).OrderBy(g => g.Value))
        {
            if (merged.Count == 0 || merged.Values.Sum() >= least)
                break;
            merged.Add(next.Key, next.Value);
        }

        var isWithheld = table.Total > 0 && table.Total < least;
        var together = merged.Values.Sum();
        return new MergedGroups(
            isWithheld ? [] : [.. groups.Where(g => !merged.ContainsKey(g.Key)), .. merged.Count > 0 ? [KeyValuePair.Create(mergedName, together)] : Array.Empty<KeyValuePair<string, long>>()],
            [.. groups.Where(g => merged.ContainsKey(g.Key)).Select(g => g.Key)],
            isWithheld ? null : table.Total);
    }
}
