using NodaTime;

namespace CampaignKit;

/// <summary>Where a goal stands.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Value">What its tally is now.</param>
/// <param name="MetAt">When it was met; null while it is not. Of a latched goal this stays, also when records are voided later.</param>
public sealed record GoalStatus(Goal Goal, long Value, Instant? MetAt)
{
    /// <summary>Whether the goal is met.</summary>
    public bool IsMet => MetAt is not null;

    /// <summary>Such as <c>23 of 24, not met</c>.</summary>
    public override string ToString() => $"{Value} of {Goal.Reaches}, {(IsMet ? "met" : "not met")}";
}
