using NodaTime;

namespace CampaignKit;

/// <summary>In a draw's stream: it is called off.</summary>
internal sealed record DrawCancelled(string Draw, string Period, string Reason, string By, Instant At) : CampaignEvent;
