namespace CampaignKit.Draws;

/// <summary>
/// Seats entries under quotas in the order of their tickets. Each stratum is walked by itself, for as long as a seat is open to it, so that
/// a small one does not make the large ones be sorted.
/// </summary>
internal sealed class StrataOrder(QuotaRoom room, Seating seats)
{
    private readonly PriorityQueue<Turns, Ticketed> _next = new();

    /// <summary>Seats entries of all strata.</summary>
    /// <param name="strata">The strata of the pool.</param>
    /// <param name="walk">The order of some entries' tickets, of which at most so many will be seated.</param>
    internal void Seat(EntryMap strata, Func<ReadOnlyMemory<int>, int, IEnumerable<Ticketed>> walk)
    {
        foreach (var entries in strata.Groups())
        {
            var stratum = room.Of(strata.NameOf(entries.Span[0]));
            Enter(new Turns(stratum, walk(entries, stratum.Seats).GetEnumerator()));
        }

        while (_next.TryDequeue(out var turns, out var next))
        {
            Seat(next, turns.Stratum);
            Enter(turns);
        }
    }

    // Between looking a turn up and its coming, another stratum may have taken the last place that was free.
    private void Seat(Ticketed next, QuotaRoom.Stratum stratum)
    {
        if (stratum.HasPlace)
        {
            if (seats.Win(next.Entry, next.Ticket))
                stratum.TakePlace();
        }
        else if (stratum.HasReserve && seats.Reserve(next.Entry, next.Ticket))
        {
            stratum.TakeReserve();
        }
    }

    private void Enter(Turns turns)
    {
        if ((turns.Stratum.HasPlace || turns.Stratum.HasReserve) && turns.Order.MoveNext())
            _next.Enqueue(turns, turns.Order.Current);
    }

    private sealed record Turns(QuotaRoom.Stratum Stratum, IEnumerator<Ticketed> Order);
}
