using NodaTime;

namespace CampaignKit;

/// <summary>In a draw's stream: the manifest, and the position up to which records count.</summary>
internal sealed record DrawLocked(string Draw, string Period, long Head, string Manifest, Instant At) : CampaignEvent;

/// <summary>In a draw's stream: the transcript without its pools, and whom the prizes went to.</summary>
internal sealed record DrawHeld(string Draw, string Period, string Transcript, IReadOnlyList<PrizeWon> Prizes, Instant At) : CampaignEvent;

/// <summary>A prize won by a participant's number, under a rule, at a place from 1.</summary>
internal sealed record PrizeWon(string Rule, int Place, int Number);
