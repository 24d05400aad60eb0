namespace CampaignKit.Leaderboards;

/// <summary>The answer to a write: what happened, and the member's score before and after.</summary>
/// <param name="Outcome">What the write did.</param>
/// <param name="Before">The score before the write; null if the member was not on the board.</param>
/// <param name="After">The score after the write; null if the member is not on the board.</param>
public readonly record struct ScoreChange(WriteOutcome Outcome, long? Before, long? After);
