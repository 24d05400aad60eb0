namespace CampaignKit.Draws;

/// <summary>What a manifest says of the persons who cannot win.</summary>
/// <param name="Digest">SHA-256 of the lines <c>person ‖ TAB ‖ reason</c> in byte order, each ended by a line feed.</param>
/// <param name="Size">How many they are.</param>
public sealed record ExclusionsCommitment(Digest Digest, int Size);
