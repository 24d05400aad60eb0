using NodaTime;

namespace CampaignKit;

/// <summary>In a draw's stream of exclusions: the participant can win again.</summary>
internal sealed record ReadmittedToDraw(string Draw, int Number, string By, Instant At) : CampaignEvent;
