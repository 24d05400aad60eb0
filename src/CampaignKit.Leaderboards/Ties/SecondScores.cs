namespace CampaignKit.Leaderboards;

/// <summary>
/// The order of members by score, second score and arrival. Where second scores part ties, one member of each pair of scores stands for it in a
/// second order, so that different pairs can be counted as members are.
/// </summary>
internal sealed class SecondScores
{
    private readonly MemberColumn<long> _secondKeys = new();
    private readonly MemberColumn<bool> _isDelegate = new();
    private readonly MemberTree<BySecondScore>? _delegates;

    public SecondScores(bool partTies)
    {
        Order = NewOrder();
        _delegates = partTies ? NewOrder() : null;
    }

    /// <summary>The order itself, for questions; writes go through this class.</summary>
    public IMemberOrder Order { get; }

    public long KeyOf(int member) => _secondKeys[member];

    public void Add(int member, Tie pair)
    {
        _secondKeys[member] = pair.SecondKey;
        _isDelegate[member] = false;
        Order.Add(member, pair.Key);
        if (_delegates is not null && MembersThrough(pair) - MembersBefore(pair) == 1)
            Delegate(member, pair.Key);
    }

    public void Remove(int member)
    {
        var pair = new Tie(Order.KeyOf(member), _secondKeys[member]);
        Order.Remove(member);
        if (_delegates is null || !_isDelegate[member])
            return;

        _delegates.Remove(member);
        var heir = MembersBefore(pair);
        if (MembersThrough(pair) > heir)
            Delegate(Order.MemberAt(heir), pair.Key);
    }

    public int MembersBefore(Tie pair) => _delegates is null ? Order.MembersBefore(pair.Key) : CountBefore(Order, pair, through: false);

    public int MembersThrough(Tie pair) => _delegates is null ? Order.MembersThrough(pair.Key) : CountBefore(Order, pair, through: true);

    public int TiesBefore(Tie pair) => _delegates is null ? Order.KeysBefore(pair.Key) : CountBefore(_delegates, pair, through: false);

    private MemberTree<BySecondScore> NewOrder() => new(new BySecondScore(_secondKeys));

    private void Delegate(int member, long key)
    {
        _delegates!.Add(member, key);
        _isDelegate[member] = true;
    }

    private int CountBefore(IMemberOrder order, Tie pair, bool through)
    {
        var low = order.MembersBefore(pair.Key);
        var high = order.MembersThrough(pair.Key);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            var second = _secondKeys[order.MemberAt(middle)];
            if (second < pair.SecondKey || (through && second == pair.SecondKey))
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
