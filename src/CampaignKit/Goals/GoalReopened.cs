using NodaTime;

namespace CampaignKit;

/// <summary>In a goal's stream: its tally fell below the threshold again; only goals that are not latched reopen.</summary>
internal sealed record GoalReopened(string Goal, int Turn, long Value, long Cause, Instant At) : CampaignEvent;
