namespace CampaignKit;

/// <summary>An award as it was posted for one check-in.</summary>
/// <param name="Unit">The id of the unit.</param>
/// <param name="Quantity">How much, in minor units; 1 for a slot of a set.</param>
/// <param name="Slot">The slot of a set; null for a sum.</param>
/// <param name="To">The party it was posted to.</param>
public sealed record Posting(string Unit, long Quantity, string? Slot, AwardTo To);
