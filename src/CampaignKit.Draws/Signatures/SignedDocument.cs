namespace CampaignKit.Draws;

/// <summary>What an operator signs of a draw.</summary>
public enum SignedDocument
{
    /// <summary>The manifest, by <see cref="Manifest.Digest"/>, when the draw is locked.</summary>
    Manifest,

    /// <summary>The transcript, by <see cref="Transcript.Digest"/>, when the draw was held.</summary>
    Transcript,
}
