namespace CampaignKit.Leaderboards;

/// <summary>The total order of seats that bear the same key.</summary>
internal interface ITies
{
    int Compare(in Seat left, in Seat right);
}
