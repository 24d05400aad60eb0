using NodaTime;

namespace CampaignKit;

/// <summary>In the campaign's register of draws: the version of the stream is the draw's number, and the manifest is the one it was locked with.</summary>
internal sealed record DrawNumbered(string Draw, string Period, string ManifestDigest, Instant At) : CampaignEvent;
