namespace CampaignKit.Draws;

/// <summary>
/// The nodes of a Merkle tree from one level up, in one array. Level 0 are the leaves; each level has half as many nodes as the one below,
/// rounded up, down to a level of one, the top.
/// </summary>
internal sealed class MerkleLevels
{
    private readonly int _leaves;
    private readonly int[] _starts;
    private readonly Digest[] _nodes;

    /// <summary>Room for a tree of at least one leaf; of a tree that is not so high, the top alone.</summary>
    internal MerkleLevels(int leaves, int lowest)
    {
        _leaves = leaves;
        for (Highest = 0; WidthOf(Highest) > 1;)
            Highest++;
        Lowest = Math.Min(lowest, Highest);
        _starts = new int[Highest - Lowest + 1];
        var count = 0;
        for (var level = Lowest; level <= Highest; level++)
        {
            _starts[level - Lowest] = count;
            count = checked(count + WidthOf(level));
        }

        _nodes = new Digest[count];
    }

    /// <summary>The lowest level kept.</summary>
    internal int Lowest { get; }

    /// <summary>The level of the top.</summary>
    internal int Highest { get; }

    /// <summary>The one node above all.</summary>
    internal Digest Top => _nodes[^1];

    internal Span<Digest> this[int level] => _nodes.AsSpan(_starts[level - Lowest], WidthOf(level));

    /// <summary>Fills the levels above one that is filled.</summary>
    internal void FillAbove(int level)
    {
        for (; level < Highest; level++)
            MerkleHash.Above(this[level], this[level + 1]);
    }

    /// <summary>Adds to a path the nodes beside those above a leaf, as far as they are kept.</summary>
    internal void AddPath(int leaf, List<Digest> path)
    {
        for (var level = Lowest; level < Highest; level++)
        {
            var beside = (leaf >> level) ^ 1;
            if (beside < WidthOf(level))
                path.Add(this[level][beside]);
        }
    }

    private int WidthOf(int level) => (int)((_leaves + (1L << level) - 1) >> level);
}
