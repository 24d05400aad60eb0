using NodaTime;

namespace CampaignKit;

/// <summary>In a draw's stream of exclusions: the participant cannot win in draws that are frozen from then on.</summary>
internal sealed record ExcludedFromDraw(string Draw, int Number, string Reason, string By, Instant At) : CampaignEvent;
