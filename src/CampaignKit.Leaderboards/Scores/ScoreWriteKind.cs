namespace CampaignKit.Leaderboards;

/// <summary>What a write does to a score.</summary>
internal enum ScoreWriteKind
{
    Set,
    SetIfBetter,
    Increment,
    Decrement,
}
