namespace CampaignKit.Leaderboards;

/// <summary>
/// Members, as small dense numbers, in the board's order. Scores appear as keys, of which the lesser is better. This is all that a board needs of
/// the structure that keeps its order.
/// </summary>
internal interface IMemberOrder
{
    int Count { get; }

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

    /// <summary>Seats in order from a place on: at least one. Valid until the next write.</summary>
    ReadOnlySpan<Seat> RunAt(int place);
}
