namespace CampaignKit.Draws;

/// <summary>
/// Walks entries of a pool in the order of their tickets, for as long as the caller asks. Only the expected number is kept in memory;
/// where skips make a caller ask for more, the tickets are computed again with room for four times as many.
/// </summary>
internal static class TicketOrder
{
    private const int Growth = 4;

    // Below this a thread costs more than it saves.
    private const long TicketsForThreads = 1 << 15;

    // Parts enough that a thread which is held up leaves the rest to the others.
    private const int PartsPerThread = 16;

    /// <summary>All entries of <paramref name="pool"/>; in a weighted pool those of weight 0 never appear.</summary>
    internal static IEnumerable<Ticketed> Of(Pool pool, RuleSeed seed, int expected, CancellationToken cancellation = default) =>
        Of(pool, seed, expected, LaneWork.Fastest(cancellation));

    /// <summary>The same, done as <paramref name="work"/> says.</summary>
    internal static IEnumerable<Ticketed> Of(Pool pool, RuleSeed seed, int expected, LaneWork work) =>
        Walk(pool.Size, expected, work, (room, pass) => Smallest(pool, entries: null, seed, room, pass));

    /// <summary>The given entries of <paramref name="pool"/> alone, which are some part of the work and tell no progress.</summary>
    internal static IEnumerable<Ticketed> Of(Pool pool, ReadOnlyMemory<int> entries, RuleSeed seed, int expected, LaneWork work) =>
        Walk(entries.Length, expected, work with { Progress = null }, (room, pass) => Smallest(pool, entries, seed, room, pass));

    /// <summary>The smallest tickets in order, at most <paramref name="room"/>; how the work is divided makes no difference.</summary>
    internal static Ticketed[] Smallest(Pool pool, ReadOnlyMemory<int>? entries, RuleSeed seed, int room, LaneWork work)
    {
        var size = entries?.Length ?? pool.Size;
        if (TicketCount(pool, entries, size) < TicketsForThreads)
            work = work with { MostThreads = 1 };
        var parts = Math.Min(size, work.MostThreads * PartsPerThread);
        var sieves = work.Divide(
            parts,
            () => TicketSieve.Of(pool, entries, seed, room, work),
            (sieve, part) => sieve.Sift(Border(part), Border(part + 1)));

        var smallest = new SmallestTickets(room);
        foreach (var sieve in sieves)
            smallest.Offer(sieve.Finish());
        return smallest.InOrder();

        int Border(int part) => (int)((long)size * part / parts);
    }

    private static IEnumerable<Ticketed> Walk(int size, int expected, LaneWork work, Func<int, LaneWork, Ticketed[]> smallest)
    {
        var walked = 0;
        for (long room = Math.Max(expected, 1); walked < size; room *= Growth)
        {
            var kept = smallest((int)Math.Min(room, size), work);
            for (; walked < kept.Length; walked++)
                yield return kept[walked];
            if (kept.Length < room)
                yield break;
            // Progress does not go back.
            work = work with { Progress = null };
        }
    }

    private static long TicketCount(Pool pool, ReadOnlyMemory<int>? entries, int size)
    {
        if (pool.Kind != PoolKind.Weights)
            return size;
        long count = 0;
        for (var i = 0; i < size; i++)
            count += pool.ValueAt(entries is { } some ? some.Span[i] : i);
        return count;
    }
}
