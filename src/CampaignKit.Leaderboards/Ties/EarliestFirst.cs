namespace CampaignKit.Leaderboards;

internal readonly struct EarliestFirst : ITies
{
    public int Compare(in Seat left, in Seat right) => left.Sequence.CompareTo(right.Sequence);
}
