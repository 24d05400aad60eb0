namespace CampaignKit.Leaderboards;

/// <summary>
/// The order of members by score, second score and arrival. Where second scores part ties, one member of each pair of scores stands for it in a
/// second order, so that different pairs can be counted as members are.
/// </summary>
internal sealed class SecondScores
{
    private readonly MemberColumn<long> _secondKeys = new();
    private readonly MemberColumn<bool> _isDelegate = new();
    private readonly MemberTree<BySecondScore> _order;
    private readonly MemberTree<BySecondScore>? _delegates;

    public SecondScores(bool partTies)
    {
        _order = NewOrder();
        _delegates = partTies ? NewOrder() : null;
    }

    /// <summary>The order itself, for questions; writes go through this class.</summary>
    public IMemberOrder Order => _order;

    /// <summary>Fails as <see cref="IMemberOrder.EnsureRoom"/> does.</summary>
    public void EnsureRoom()
    {
        _order.EnsureRoom();
        _delegates?.EnsureRoom();
    }

    public long KeyOf(int member) => _secondKeys[member];

    public void Add(int member, Tie pair)
    {
        _secondKeys[member] = pair.SecondKey;
        _isDelegate[member] = false;
        _order.Add(member, pair.Key);

        // Who comes stands last within its pair: if it stands first too, it is alone there.
        if (_delegates is not null && MembersBefore(pair) == _order.PlaceOf(member))
            Delegate(member, pair.Key);
    }

    public void Remove(int member)
    {
        if (_delegates is null || !_isDelegate[member])
        {
            _order.Remove(member);
            return;
        }

        // The delegate is the first of its pair, and the next takes its place.
        var pair = PairOf(member);
        var place = _order.PlaceOf(member);
        _order.Remove(member);
        _delegates.Remove(member);
        if (place < _order.Count && Order.MemberAt(place) is var heir && PairOf(heir) == pair)
            Delegate(heir, pair.Key);
    }

    public int MembersBefore(Tie pair) => _delegates is null ? _order.MembersBefore(pair.Key) : CountBefore(_order, pair);

    public int MembersThrough(Tie pair) =>
        _delegates is null || pair.SecondKey == long.MaxValue
            ? _order.MembersThrough(pair.Key)
            : CountBefore(_order, pair with { SecondKey = pair.SecondKey + 1 });

    public int TiesBefore(Tie pair) => _delegates is null ? _order.KeysBefore(pair.Key) : CountBefore(_delegates, pair);

    private MemberTree<BySecondScore> NewOrder() => new(new BySecondScore(_secondKeys));

    private void Delegate(int member, long key)
    {
        _delegates!.Add(member, key);
        _isDelegate[member] = true;
    }

    private Tie PairOf(int member) => new(_order.KeyOf(member), _secondKeys[member]);

    private int CountBefore(MemberTree<BySecondScore> order, Tie pair) => order.MembersBefore(pair.Key, new SecondBound(_secondKeys, pair.SecondKey));
}
