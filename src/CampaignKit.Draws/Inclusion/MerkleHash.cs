using System.Security.Cryptography;

namespace CampaignKit.Draws;

/// <summary>
/// The hashes of a Merkle tree by RFC 9162 (2021), section 2.1: a leaf is SHA-256 of a zero byte and the entry, a node SHA-256 of a one
/// byte and its two children. The bytes keep a node from passing as a leaf; a level's last node without a sibling moves up as it is.
/// </summary>
internal static class MerkleHash
{
    /// <summary>The byte before a node's two children.</summary>
    internal const byte NodePrefix = 1;

    /// <summary>The bytes of a node.</summary>
    internal const int NodeLength = 1 + (2 * Digest.Size);

    private const byte LeafPrefix = 0;

    // Every line of a pool is shorter; what else is hashed must not end the process.
    private const int LongestOnStack = 1024;

    public static Digest Leaf(ReadOnlySpan<byte> entry)
    {
        var length = 1 + entry.Length;
        var bytes = length <= LongestOnStack ? stackalloc byte[length] : new byte[length];
        bytes[0] = LeafPrefix;
        entry.CopyTo(bytes[1..]);
        return Digest.Of(bytes);
    }

    public static Digest Node(Digest left, Digest right)
    {
        Span<byte> bytes = stackalloc byte[NodeLength];
        bytes[0] = NodePrefix;
        left.CopyTo(bytes[1..]);
        right.CopyTo(bytes[(1 + Digest.Size)..]);
        return Digest.Of(bytes);
    }

    /// <summary>A level of nodes from the one below it, over which it may be written.</summary>
    internal static void Above(ReadOnlySpan<Digest> below, Span<Digest> above)
    {
        for (var i = 0; i < above.Length; i++)
            above[i] = (2 * i) + 1 < below.Length ? Node(below[2 * i], below[(2 * i) + 1]) : below[2 * i];
    }

    /// <summary>The top of the tree, bound to the number of leaves, so that a proof can also tell what is first and last.</summary>
    public static Digest Root(int size, Digest top) => Digest.Of(FormattableString.Invariant($"{size}:{top}"));

    /// <summary>The top of a tree without leaves.</summary>
    public static Digest Nothing { get; } = new(SHA256.HashData([]));

    /// <summary>The top that follows from a leaf, its index and the path beside it (RFC 9162, 2.1.3.2); null if the path has not the tree's shape.</summary>
    public static Digest? TopOf(Digest leaf, int index, int size, IReadOnlyList<Digest> path)
    {
        if (index < 0 || index >= size)
            return null;

        var (node, last, hash) = (index, size - 1, leaf);
        foreach (var beside in path)
        {
            if (last == 0)
                return null;
            if ((node & 1) == 1 || node == last)
            {
                hash = Node(beside, hash);
                for (; (node & 1) == 0 && node != 0; node >>= 1)
                    last >>= 1;
            }
            else
            {
                hash = Node(hash, beside);
            }

            node >>= 1;
            last >>= 1;
        }

        return last == 0 ? hash : null;
    }
}
