using NodaTime;

namespace CampaignKit;

/// <summary>
/// In a draw's stream: records before this one count for the draw, and the definition that says how. What comes after it, in the order of
/// the campaign, is late, whatever its clock said.
/// </summary>
internal sealed record DrawFrozen(string Draw, string Period, string Definition, Instant At) : CampaignEvent;
