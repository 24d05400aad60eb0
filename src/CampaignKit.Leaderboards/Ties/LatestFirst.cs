namespace CampaignKit.Leaderboards;

internal readonly struct LatestFirst : ITies
{
    public int Compare(in Seat left, in Seat right) => right.Sequence.CompareTo(left.Sequence);
}
