namespace CampaignKit.Leaderboards;

internal readonly struct ById<TKey>(Roster<TKey> roster, IComparer<TKey> order) : ITies
    where TKey : notnull
{
    public int Compare(in Seat left, in Seat right)
    {
        var byId = order.Compare(roster[left.Member], roster[right.Member]);
        return byId != 0 ? byId : left.Sequence.CompareTo(right.Sequence);
    }
}
