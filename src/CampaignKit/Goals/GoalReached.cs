using NodaTime;

namespace CampaignKit;

/// <summary>In a goal's stream: its tally reached the threshold at the record with this position.</summary>
internal sealed record GoalReached(string Goal, int Turn, long Value, long Cause, Instant At) : CampaignEvent;
