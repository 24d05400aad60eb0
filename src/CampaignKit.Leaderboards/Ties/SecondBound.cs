namespace CampaignKit.Leaderboards;

/// <summary>The bound before the first member whose second key is not less than <paramref name="second"/>.</summary>
internal readonly struct SecondBound(MemberColumn<long> secondKeys, long second) : ITieBound
{
    public bool IsBehind(int member) => secondKeys[member] < second;
}
