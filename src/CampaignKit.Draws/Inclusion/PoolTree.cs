namespace CampaignKit.Draws;

/// <summary>
/// The Merkle tree over the lines of a pool in byte order, from which anyone can be given a short proof that an entrant was in the pool,
/// or was not, without the pool being published. Immutable, safe from any thread.
/// </summary>
/// <remarks>
/// Beside the pool it takes two bytes of memory an entrant: its lowest levels are computed again for each proof, which takes some sixty
/// hashes. A large pool is divided among the machine's processors.
/// </remarks>
public sealed class PoolTree
{
    private const int LowestKept = 5;

    private readonly Pool _pool;
    private readonly MerkleLevels? _levels;

    private PoolTree(Pool pool, MerkleLevels? levels)
    {
        _pool = pool;
        _levels = levels;
        Root = RootOf(pool, levels);
    }

    /// <summary>The root: SHA-256 of the number of lines, a colon and the tree's top in hex. It commits to the pool and to its size.</summary>
    public Digest Root { get; }

    /// <summary>The tree over a pool.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="cancellationToken">Stops the hashing.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static PoolTree Of(Pool pool, CancellationToken cancellationToken = default) =>
        new(Guard.Against.Null(pool), Levels(pool, LowestKept, LaneWork.Fastest(cancellationToken)));

    /// <summary>The root of the tree over a pool, without the tree: what a manifest names. Takes next to no memory.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="cancellationToken">Stops the hashing.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static Digest RootOf(Pool pool, CancellationToken cancellationToken = default) =>
        RootOf(Guard.Against.Null(pool), LaneWork.Fastest(cancellationToken));

    /// <summary>The proof that an entrant is in the pool, with its line; or that it is not, by the two neighbours it would stand between.</summary>
    /// <param name="id">The entrant's id.</param>
    /// <exception cref="ArgumentException"><paramref name="id"/> cannot be an entrant's id.</exception>
    public PoolProof Prove(string id)
    {
        var place = _pool.Lines.IndexOf(EntrantText.Bytes(Guard.Against.Null(id)));
        return place >= 0
            ? new PoolProof(id, Root, _pool.Size, EntryAt(place), null, null)
            : new PoolProof(id, Root, _pool.Size, null, EntryAt(~place - 1), EntryAt(~place));
    }

    /// <summary>The root; how the work is divided makes no difference.</summary>
    internal static Digest RootOf(Pool pool, LaneWork work) => RootOf(pool, Levels(pool, SubtreeHash.Height, work));

    private static Digest RootOf(Pool pool, MerkleLevels? levels) => MerkleHash.Root(pool.Size, levels?.Top ?? MerkleHash.Nothing);

    /// <summary>The levels from <paramref name="lowest"/> up; null without entrants.</summary>
    private static MerkleLevels? Levels(Pool pool, int lowest, LaneWork work)
    {
        if (pool.Size == 0)
            return null;
        var levels = new MerkleLevels(pool.Size, lowest);
        var subtrees = ((pool.Size - 1) / SubtreeHash.MostLeaves) + 1;
        work.Divide(
            subtrees,
            () => SubtreeHash.Of(work.MostLanes),
            (hash, subtree) => hash.Fill(levels, pool.Lines, subtree));
        levels.FillAbove(Math.Min(SubtreeHash.Height, levels.Highest));
        return levels;
    }

    private ProvenLine? EntryAt(int place)
    {
        if (place < 0 || place >= _pool.Size)
            return null;
        var path = new List<Digest>();
        LevelsBelow(place).AddPath(place % (1 << LowestKept), path);
        _levels!.AddPath(place, path);
        return new ProvenLine(_pool.Lines.LineText(place), place, path);
    }

    /// <summary>The tree over the few lines that share a place's lowest node kept.</summary>
    private MerkleLevels LevelsBelow(int place)
    {
        var first = place >> LowestKept << LowestKept;
        var below = new MerkleLevels(Math.Min(1 << LowestKept, _pool.Size - first), lowest: 0);
        for (var i = 0; i < below[0].Length; i++)
            below[0][i] = MerkleHash.Leaf(_pool.Lines.Line(first + i));
        below.FillAbove(0);
        return below;
    }
}
