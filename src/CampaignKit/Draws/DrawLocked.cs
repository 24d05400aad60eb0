using NodaTime;

namespace CampaignKit;

/// <summary>In a draw's stream: the manifest, which commits to the pools.</summary>
internal sealed record DrawLocked(string Draw, string Period, string Manifest, Instant At) : CampaignEvent;
