namespace CampaignKit.Grievances;

/// <summary>Keys of groups compared value by value, by ordinal comparison.</summary>
internal sealed class KeyOrder : IComparer<IReadOnlyList<string>>, IEqualityComparer<IReadOnlyList<string>>
{
    private KeyOrder()
    {
    }

    public static KeyOrder Instance { get; } = new();

    public int Compare(IReadOnlyList<string>? one, IReadOnlyList<string>? other)
    {
        for (var i = 0; i < one!.Count; i++)
        {
            if (string.CompareOrdinal(one[i], other![i]) is var order and not 0)
                return order;
        }

        return 0;
    }

    public bool Equals(IReadOnlyList<string>? one, IReadOnlyList<string>? other) => one!.SequenceEqual(other!, StringComparer.Ordinal);

    public int GetHashCode(IReadOnlyList<string> key)
    {
        var hash = default(HashCode);
        foreach (var value in key)
            hash.Add(value, StringComparer.Ordinal);
        return hash.ToHashCode();
    }
}
