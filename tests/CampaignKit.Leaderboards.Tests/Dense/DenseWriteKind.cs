namespace CampaignKit.Leaderboards.Tests;

public enum DenseWriteKind
{
    Set,
    SetIfBetter,
    Increment,
    Decrement,
    Remove,
}
