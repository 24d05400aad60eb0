using CampaignKit.Draws;

namespace CampaignKit;

/// <summary>A line of a campaign's register of draws. Numbers have no gaps, and who was cancelled stays.</summary>
/// <param name="Sequence">The number, from 1, given at the lock.</param>
/// <param name="Draw">The id of the draw.</param>
/// <param name="Period">The id of the period.</param>
/// <param name="Manifest">The digest of the manifest, which names that of the draw before.</param>
/// <param name="Status">How far the draw has come.</param>
/// <param name="CancelledBecause">Why it was called off; null if it was not.</param>
public sealed record NumberedDraw(long Sequence, string Draw, string Period, Digest Manifest, DrawStatus Status, string? CancelledBecause);
