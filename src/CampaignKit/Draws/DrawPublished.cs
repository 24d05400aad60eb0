using NodaTime;

namespace CampaignKit;

/// <summary>In a draw's stream: its outcome is public from then on.</summary>
internal sealed record DrawPublished(string Draw, string Period, Instant At) : CampaignEvent;
