using NodaTime;

namespace CampaignKit;

/// <summary>In a draw's stream: the prize of an entry goes to the alternate that is next, or to nobody.</summary>
internal sealed record ForfeitRecorded(
    string Draw,
    string Period,
    string Rule,
    string Entry,
    int Number,
    string Reason,
    string By,
    PromotedEntry? Promoted,
    Instant At) : CampaignEvent;
