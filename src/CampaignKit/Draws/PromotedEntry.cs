namespace CampaignKit;

/// <summary>The alternate to whom a forfeited prize goes, and the participant's number.</summary>
internal sealed record PromotedEntry(string Entry, int Number);
