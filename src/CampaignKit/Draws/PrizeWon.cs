namespace CampaignKit;

/// <summary>A prize won by a participant's number, under a rule, at a place from 1.</summary>
internal sealed record PrizeWon(string Rule, int Place, int Number);
