namespace CampaignKit;

/// <summary>What was asked was refused; nothing was recorded.</summary>
/// <param name="Why">The reason.</param>
public sealed record Refused(Refusal Why) : Answer;
