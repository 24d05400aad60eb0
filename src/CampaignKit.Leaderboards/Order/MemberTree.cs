namespace CampaignKit.Leaderboards;

/// <summary>The order of members in a counted tree of their seats, beside a second one of the different keys, which dense ranks count.</summary>
internal sealed class MemberTree<TTies>(TTies ties) : IMemberOrder
    where TTies : struct, ITies
{
    private const int InitialCapacity = 16;

    private readonly CountedTree<Seat> _order = new();
    private readonly CountedTree<long> _keys = new();
    private Seat[] _seats = new Seat[InitialCapacity];
    private long _sequence;

    public int Count => _order.Count;

    public void Add(int member, long key)
    {
        if (member >= _seats.Length)
            Array.Resize(ref _seats, Math.Max(member + 1, 2 * _seats.Length));

        var seat = new Seat(key, _sequence++, member);
        if (!IsTaken(key))
            _keys.Insert(in key, KeyCut.Behind(key));
        _order.Insert(in seat, CutBehind(seat));
        _seats[member] = seat;
    }

    public void Move(int member, long key)
    {
        Remove(member);
        Add(member, key);
    }

    public void Remove(int member)
    {
        var seat = _seats[member];
        _order.RemoveBefore(CutBehind(seat));
        if (!IsTaken(seat.Key))
            _keys.RemoveBefore(KeyCut.Behind(seat.Key));
    }

    public void Clear()
    {
        _order.Clear();
        _keys.Clear();
    }

    public long KeyOf(int member) => _seats[member].Key;

    public int PlaceOf(int member) => _order.CountBefore(CutBehind(_seats[member])) - 1;

    public int MembersBefore(long key) => _order.CountBefore(KeyCut.Before(key));

    public int MembersThrough(long key) => _order.CountBefore(KeyCut.Behind(key));

    public int KeysBefore(long key) => _keys.CountBefore(KeyCut.Before(key));

    public ReadOnlySpan<Seat> RunAt(int place) => _order.RunAt(place);

    private bool IsTaken(long key) => _order.TryGetBefore(KeyCut.Behind(key), out var last) && last.Key == key;

    private SeatCut<TTies> CutBehind(Seat seat) => new(seat, ties);
}
