namespace CampaignKit.Leaderboards.Tests;

/// <summary>The plain twin of an order: a list of seats, sorted for every question.</summary>
internal sealed class PlainOrder(IComparer<Seat> ties)
{
    private readonly List<Seat> _seats = [];
    private int _sequence;

    public static PlainOrder EarliestFirst { get => new(Comparer<Seat>.Create((left, right) => left.Sequence.CompareTo(right.Sequence))); }

    public List<Seat> Sorted() => [.. _seats.OrderBy(seat => seat.Key).ThenBy(seat => seat, ties)];

    public bool Contains(int member) => _seats.Exists(seat => seat.Member == member);

    public void Seat(int member, long key)
    {
        Remove(member);
        _seats.Add(new Seat(key, _sequence++, member));
    }

    public void Remove(int member) => _seats.RemoveAll(seat => seat.Member == member);
}
