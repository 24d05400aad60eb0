namespace CampaignKit.Draws;

/// <summary>
/// The Merkle tree over the lines of a pool in byte order, from which anyone can be given a short proof that an entrant was in the pool,
/// or was not, without the pool being published. Immutable, safe from any thread. It takes 64 bytes of memory an entrant.
/// </summary>
public sealed class PoolTree
{
    private readonly Pool _pool;
    private readonly List<Digest[]> _levels = [];

    private PoolTree(Pool pool)
    {
        _pool = pool;
        var level = new Digest[pool.Size];
        for (var entry = 0; entry < level.Length; entry++)
            level[entry] = MerkleHash.Leaf(pool.Lines.Line(entry));
        for (_levels.Add(level); level.Length > 1; _levels.Add(level))
            level = Above(level);
        Root = MerkleHash.Root(pool.Size, pool.Size == 0 ? MerkleHash.Nothing : level[0]);
    }

    /// <summary>The root: SHA-256 of the number of lines, a colon and the tree's top in hex. It commits to the pool and to its size.</summary>
    public Digest Root { get; }

    /// <summary>The tree over a pool.</summary>
    /// <param name="pool">The pool.</param>
    public static PoolTree Of(Pool pool) => new(Guard.Against.Null(pool));

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

    private static Digest[] Above(Digest[] level)
    {
        var above = new Digest[(level.Length + 1) / 2];
        for (var i = 0; i < above.Length; i++)
            above[i] = (2 * i) + 1 < level.Length ? MerkleHash.Node(level[2 * i], level[(2 * i) + 1]) : level[2 * i];
        return above;
    }

    private ProvenLine? EntryAt(int place)
    {
        if (place < 0 || place >= _pool.Size)
            return null;
        var path = new List<Digest>();
        var index = place;
        foreach (var level in _levels)
        {
            if ((index ^ 1) < level.Length)
                path.Add(level[index ^ 1]);
            index >>= 1;
        }

        return new ProvenLine(_pool.Lines.LineText(place), place, path);
    }
}
