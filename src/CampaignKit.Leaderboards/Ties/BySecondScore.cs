namespace CampaignKit.Leaderboards;

internal readonly struct BySecondScore(MemberColumn<long> secondKeys) : ITies
{
    public int Compare(in Seat left, in Seat right)
    {
        var bySecond = secondKeys[left.Member].CompareTo(secondKeys[right.Member]);
        return bySecond != 0 ? bySecond : left.Sequence.CompareTo(right.Sequence);
    }
}
