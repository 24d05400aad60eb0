using NodaTime;

namespace CampaignKit;

/// <summary>In a draw's stream: the prize of an entry is claimed by its person.</summary>
internal sealed record ClaimRecorded(string Draw, string Period, string Rule, string Entry, int Number, Instant At) : CampaignEvent;
