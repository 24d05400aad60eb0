namespace CampaignKit;

/// <summary>What a task pays for one check-in.</summary>
/// <param name="Unit">The id of the unit.</param>
/// <param name="Quantity">How much of a sum, in minor units; 1 for a set.</param>
/// <param name="Slot">The slot of a set; null for a sum.</param>
/// <param name="To">Who receives it.</param>
public sealed record Award(string Unit, long Quantity, string? Slot, AwardTo To);
