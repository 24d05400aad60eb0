namespace CampaignKit.Leaderboards;

/// <summary>What a <see cref="MemberTree{TTies}"/> knows of a leaf beside its members and their keys. Links are numbers.</summary>
internal struct Leaf
{
    public const int Bits = 6;
    public const int Capacity = 1 << Bits;

    /// <summary>Below this a leaf is joined with a neighbour if that leaves room: far enough from a split's halves that the two do not chase each other.</summary>
    public const int Sparse = Capacity * 7 / 16;

    public const int None = -1;

    public int Count;

    /// <summary>The branch above, or <see cref="None"/>.</summary>
    public int Parent;

    public int Previous;
    public int Next;
}
