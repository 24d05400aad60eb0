namespace CampaignKit.Draws;

/// <summary>
/// Walks entries of a pool in the order of their tickets, for as long as the caller asks. Only the expected number is kept in memory;
/// where skips make a caller ask for more, the tickets are computed again with room for four times as many.
/// </summary>
internal static class TicketOrder
{
    private const int BatchSize = 256;
    private const int Growth = 4;

    /// <summary>All entries of <paramref name="pool"/>; in a weighted pool those of weight 0 never appear.</summary>
    internal static IEnumerable<Ticketed> Of(Pool pool, RuleSeed seed, int expected) =>
        Walk(pool.Size, expected, room => Smallest(pool, seed, room));

    /// <summary>The given entries of <paramref name="pool"/> alone.</summary>
    internal static IEnumerable<Ticketed> Of(Pool pool, ReadOnlyMemory<int> entries, RuleSeed seed, int expected) =>
        Walk(entries.Length, expected, room => Smallest(pool, entries.Span, seed, room));

    private static IEnumerable<Ticketed> Walk(int size, int expected, Func<int, Ticketed[]> smallest)
    {
        var walked = 0;
        for (long room = Math.Max(expected, 1); walked < size; room *= Growth)
        {
            var kept = smallest((int)Math.Min(room, size));
            for (; walked < kept.Length; walked++)
                yield return kept[walked];
            if (kept.Length < room)
                yield break;
        }
    }

    private static Ticketed[] Smallest(Pool pool, RuleSeed seed, int room)
    {
        var hash = new TicketHash(seed);
        var smallest = new SmallestTickets(room);
        if (pool.Kind == PoolKind.Weights)
            OfferWeighted(pool, hash, smallest);
        else
            OfferAll(pool, hash, smallest);
        return smallest.InOrder();
    }

    private static void OfferAll(Pool pool, TicketHash hash, SmallestTickets smallest)
    {
        var text = pool.Lines.Text;
        var ids = pool.Lines.Ids;
        Span<Digest> tickets = stackalloc Digest[BatchSize];
        for (var first = 0; first < ids.Length; first += BatchSize)
        {
            var batch = ids.Slice(first, Math.Min(BatchSize, ids.Length - first));
            hash.Tickets(text, batch, tickets);
            for (var i = 0; i < batch.Length; i++)
                smallest.Offer(new Ticketed(tickets[i], first + i));
        }
    }

    private static void OfferWeighted(Pool pool, TicketHash hash, SmallestTickets smallest)
    {
        for (var entry = 0; entry < pool.Size; entry++)
        {
            if (pool.ValueAt(entry) is > 0 and var weight)
                smallest.Offer(new Ticketed(hash.SmallestTicket(pool.Lines.Id(entry), weight), entry));
        }
    }

    private static Ticketed[] Smallest(Pool pool, ReadOnlySpan<int> entries, RuleSeed seed, int room)
    {
        var hash = new TicketHash(seed);
        var smallest = new SmallestTickets(room);
        var ids = pool.Lines.Ids;
        Span<TextSlice> batch = stackalloc TextSlice[BatchSize];
        Span<Digest> tickets = stackalloc Digest[BatchSize];
        for (var first = 0; first < entries.Length; first += BatchSize)
        {
            var now = entries.Slice(first, Math.Min(BatchSize, entries.Length - first));
            for (var i = 0; i < now.Length; i++)
                batch[i] = ids[now[i]];
            hash.Tickets(pool.Lines.Text, batch[..now.Length], tickets);
            for (var i = 0; i < now.Length; i++)
                smallest.Offer(new Ticketed(tickets[i], now[i]));
        }

        return smallest.InOrder();
    }
}
