namespace CampaignKit;

/// <summary>The check-in was refused; nothing was recorded.</summary>
/// <param name="Why">The reason, with what a host needs to tell its user.</param>
public sealed record CheckInRefused(Refusal Why) : CheckInAnswer;
