namespace CampaignKit;

/// <summary>The step was refused; nothing was recorded.</summary>
/// <param name="Why">The reason.</param>
public sealed record DrawRefused(Refusal Why) : DrawAnswer;
