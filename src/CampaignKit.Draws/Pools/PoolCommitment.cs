namespace CampaignKit.Draws;

/// <summary>What a manifest says of a rule's pool, before the seed is known: enough to recognise the pool, nothing to rebuild it.</summary>
/// <param name="Kind">What each entrant carries.</param>
/// <param name="Digest">SHA-256 of the pool's lines in byte order, each ended by a line feed.</param>
/// <param name="Size">The number of entrants.</param>
/// <param name="HoldersDigest">SHA-256 of the lines <c>id ‖ TAB ‖ person</c> in byte order; null if each entrant is its own person.</param>
public sealed record PoolCommitment(PoolKind Kind, Digest Digest, int Size, Digest? HoldersDigest);
