using System.Globalization;

namespace CampaignKit.Grievances;

/// <summary>Which groups are hidden in publication.</summary>
internal static class HiddenGroups
{
    /// <summary>The places of the groups to hide so that none of a count below the threshold can be worked out.</summary>
    /// <exception cref="ArgumentException">All groups together are too few.</exception>
    public static HashSet<int> Of(IReadOnlyList<long> counts, long? threshold)
    {
        if (threshold is not { } least || counts.Count == 0)
            return [];

        // By place, since a unit may be called what the units without a name are.
        string[] names = [.. counts.Select((_, place) => place.ToString(CultureInfo.InvariantCulture))];
        var table = Suppression.Of(CountTable.OneWay(names, counts), new SuppressionOptions { Threshold = least }).Table;
        HashSet<int> hidden = [.. table.Hidden.Select(h => h.Row)];
        if (hidden.Contains(counts.Count))
            throw new ArgumentException($"There are too few cases in all to publish anything of them with fewer than {least} hidden.");
        return hidden;
    }
}
