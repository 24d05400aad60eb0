using System.Runtime.Intrinsics;

namespace CampaignKit.Draws;

/// <summary>
/// Computes the part of a Merkle tree that stands over a run of a pool's lines. Every implementation gives the same; which one runs depends on
/// the machine. Holds buffers: one per thread.
/// </summary>
internal abstract class SubtreeHash
{
    /// <summary>The levels of a subtree above its leaves.</summary>
    internal const int Height = 11;

    /// <summary>The leaves of a subtree, the last one of a tree excepted: enough to fill the lanes, and few enough for a processor's nearest memory.</summary>
    internal const int MostLeaves = 1 << Height;

    /// <summary>The fastest way of this machine with at most <paramref name="mostLanes"/> lanes.</summary>
    internal static SubtreeHash Of(int mostLanes)
    {
        if (Lanes16.AreSupported && mostLanes >= Lanes16.Count)
            return new LaneSubtreeHash<Lanes16, Vector512<uint>>();
        return Lanes8.AreSupported && mostLanes >= Lanes8.Count
            ? new LaneSubtreeHash<Lanes8, Vector256<uint>>()
            : new PlatformSubtreeHash();
    }

    /// <summary>Fills in the nodes over the subtree's lines, up to its own top, as far as <paramref name="tree"/> keeps them.</summary>
    internal void Fill(MerkleLevels tree, EntrantLines lines, int subtree)
    {
        var first = subtree * MostLeaves;
        var count = Math.Min(MostLeaves, lines.Count - first);
        HashLeaves(lines, first, count);
        for (var level = 0; ; level++)
        {
            if (level >= tree.Lowest)
                CopyTo(tree[level].Slice(first >> level, count));
            if (level == Math.Min(Height, tree.Highest))
                return;
            HashPairs(count);
            count = (count + 1) / 2;
        }
    }

    /// <summary>Makes the leaves the current level.</summary>
    private protected abstract void HashLeaves(EntrantLines lines, int first, int count);

    /// <summary>Goes up from a level of <paramref name="count"/> nodes; a last one without a sibling is kept as it is.</summary>
    private protected abstract void HashPairs(int count);

    /// <summary>Copies the current level.</summary>
    private protected abstract void CopyTo(Span<Digest> nodes);
}
