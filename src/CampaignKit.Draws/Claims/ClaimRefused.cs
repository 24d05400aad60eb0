namespace CampaignKit.Draws;

/// <summary>It was refused; nothing changed.</summary>
/// <param name="Why">The reason, with what a host needs to tell its user.</param>
public sealed record ClaimRefused(ClaimRefusal Why) : ClaimAnswer;
