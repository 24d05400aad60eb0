namespace CampaignKit.Grievances;

/// <summary>What is asked of rates before they are compared.</summary>
internal static class NamedRates
{
    /// <summary>The rates as a list, refused unless there are some, with distinct names and one base.</summary>
    public static IReadOnlyList<NamedRate> Comparable(IEnumerable<NamedRate> rates)
    {
        NamedRate[] list = [.. Guard.Against.NullOrEmpty(rates)];
        if (list.CountBy(r => r.Name, StringComparer.Ordinal).FirstOrDefault(n => n.Value > 1) is { Value: > 1 } twice)
            throw new ArgumentException($"'{twice.Key}' has {twice.Value} rates.", nameof(rates));
        if (list.FirstOrDefault(r => r.Rate.BaseName != list[0].Rate.BaseName) is { } other)
            throw new ArgumentException($"A rate of {list[0].Rate.BaseName} and a rate of {other.Rate.BaseName} do not compare.", nameof(rates));
        return list;
    }
}
