namespace CampaignKit.Leaderboards.Tests;

public enum IdWriteKind
{
    AddString,
    AddBytes,
    Remove,
    Clear,
}
