using NodaTime;

namespace CampaignKit;

/// <summary>In a draw's stream: the transcript without its pools, and whom the prizes went to.</summary>
internal sealed record DrawHeld(string Draw, string Period, string Transcript, IReadOnlyList<PrizeWon> Prizes, Instant At) : CampaignEvent;
