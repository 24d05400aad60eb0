namespace CampaignKit.Draws;

/// <summary>The entrants of one weight.</summary>
internal readonly record struct WeightGroup(long Weight, int Count);
