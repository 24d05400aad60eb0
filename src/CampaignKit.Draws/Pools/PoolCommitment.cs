namespace CampaignKit.Draws;

/// <summary>
/// What a manifest says of a rule's pool, before the seed is known: enough to recognise the pool, nothing to rebuild it. Immutable, safe
/// from any thread.
/// </summary>
public sealed record PoolCommitment
{
    private readonly Lazy<Digest> _merkleRoot;

    /// <summary>A commitment as a manifest has it.</summary>
    /// <param name="kind">What each entrant carries.</param>
    /// <param name="digest">The digest of the pool's lines.</param>
    /// <param name="size">The number of entrants.</param>
    /// <param name="merkleRoot">The root of the tree over the lines.</param>
    /// <param name="holdersDigest">The digest of the holders; null if each entrant is its own person.</param>
    /// <param name="strataDigest">The digest of the strata; null if the pool has none.</param>
    public PoolCommitment(PoolKind kind, Digest digest, int size, Digest merkleRoot, Digest? holdersDigest = null, Digest? strataDigest = null)
        : this(kind, digest, size, new Lazy<Digest>(merkleRoot), holdersDigest, strataDigest)
    {
    }

    // A tree costs some three hashes an entrant: whoever draws without a lock does not need it.
    internal PoolCommitment(PoolKind kind, Digest digest, int size, Lazy<Digest> merkleRoot, Digest? holdersDigest, Digest? strataDigest)
    {
        Kind = kind;
        Digest = digest;
        Size = size;
        _merkleRoot = merkleRoot;
        HoldersDigest = holdersDigest;
        StrataDigest = strataDigest;
    }

    /// <summary>What each entrant carries.</summary>
    public PoolKind Kind { get; }

    /// <summary>SHA-256 of the pool's lines in byte order, each ended by a line feed.</summary>
    public Digest Digest { get; }

    /// <summary>The number of entrants.</summary>
    public int Size { get; }

    /// <summary>The root of the <see cref="PoolTree"/>, against which proofs of inclusion are checked. Computed when first asked for, once for a pool.</summary>
    public Digest MerkleRoot => _merkleRoot.Value;

    /// <summary>SHA-256 of the lines <c>id ‖ TAB ‖ person</c> in byte order; null if each entrant is its own person.</summary>
    public Digest? HoldersDigest { get; }

    /// <summary>SHA-256 of the lines <c>id ‖ TAB ‖ stratum</c> in byte order; null if the pool has no strata.</summary>
    public Digest? StrataDigest { get; }

    /// <summary>Whether the same is said in all points.</summary>
    public bool Equals(PoolCommitment? other) =>
        other is not null && Kind == other.Kind && Digest == other.Digest && Size == other.Size
        && HoldersDigest == other.HoldersDigest && StrataDigest == other.StrataDigest && MerkleRoot == other.MerkleRoot;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Digest, Size, HoldersDigest, StrataDigest);
}
