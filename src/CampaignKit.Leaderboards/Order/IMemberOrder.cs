namespace CampaignKit.Leaderboards;

/// <summary>
/// Members, as small dense numbers, in the board's order. Scores appear as keys, of which the lesser is better. This is all that a board needs of
/// the structure that keeps its order. Reads may run beside one another, not beside a write.
/// </summary>
internal interface IMemberOrder
{
    int Count { get; }

    /// <summary>Whether a member has a seat; also for numbers never heard of.</summary>
    bool Contains(int member);

    /// <summary>Seats a member who has no seat.</summary>
    void Add(int member, long key);

    /// <summary>Seats a member anew, as if it had come last.</summary>
    void Move(int member, long key);

    void Remove(int member);

    void Clear();

    long KeyOf(int member);

    /// <summary>How many members stand before this one.</summary>
    int PlaceOf(int member);

    /// <summary>How many members have a lesser key.</summary>
    int MembersBefore(long key);

    /// <summary>How many members have this key or a lesser one.</summary>
    int MembersThrough(long key);

    /// <summary>How many different lesser keys there are.</summary>
    int KeysBefore(long key);

    /// <summary>Fills in the seats in order from a place on; there are that many.</summary>
    void CopyTo(int place, Span<Seat> seats);

    /// <summary>
    /// Seats in order from a place on: at least one. Valid until the next write, and until the same thread asks any order for another run.
    /// </summary>
    ReadOnlySpan<Seat> RunAt(int place) => SeatRun.Of(this, place);

    /// <summary>Who sits at a place.</summary>
    int MemberAt(int place)
    {
        var seat = default(Seat);
        CopyTo(place, new Span<Seat>(ref seat));
        return seat.Member;
    }

    /// <summary>Fails if it can't be sure that there is room for what the next write adds. Adding and moving do the same before they change anything.</summary>
    /// <exception cref="InvalidOperationException">All nodes that there can be are in use.</exception>
    void EnsureRoom();

    /// <summary>
    /// Says how many members there will be when those are seated who come now, so that the first of them are not judged alone; 0 when they are seated.
    /// A hint, which changes no answer.
    /// </summary>
    void Expect(int members)
    {
    }

    /// <summary>Asks the processor for the memory that reading or moving these members will touch; any numbers will do.</summary>
    void Prefetch(ReadOnlySpan<int> members);
}
