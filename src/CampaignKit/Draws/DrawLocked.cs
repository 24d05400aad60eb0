using NodaTime;

namespace CampaignKit;

/// <summary>In a draw's stream: the manifest, and the position up to which records count.</summary>
internal sealed record DrawLocked(string Draw, string Period, long Head, string Manifest, Instant At) : CampaignEvent;
