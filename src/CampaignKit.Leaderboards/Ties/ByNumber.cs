namespace CampaignKit.Leaderboards;

internal readonly struct ByNumber : ITies
{
    public int Compare(in Seat left, in Seat right) => left.Member.CompareTo(right.Member);
}
