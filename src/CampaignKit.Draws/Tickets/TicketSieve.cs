namespace CampaignKit.Draws;

/// <summary>
/// Sifts entries of a pool for the smallest tickets, in groups that are hashed when they are full. Allocates when it is made, and not per
/// entry. For one thread.
/// </summary>
internal abstract class TicketSieve(TicketHash hash, int room)
{
    private readonly SmallestTickets _smallest = new(room);

    private protected int Lanes => hash.Lanes;

    /// <summary>A sieve for <paramref name="pool"/>.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="entries">The entries that take part; null for all.</param>
    /// <param name="seed">The rule seed.</param>
    /// <param name="room">The number of tickets kept.</param>
    /// <param name="work">The most messages hashed at once, and what stops it.</param>
    internal static TicketSieve Of(Pool pool, ReadOnlyMemory<int>? entries, RuleSeed seed, int room, LaneWork work)
    {
        var hash = TicketHash.Of(seed, work.MostLanes);
        return pool.Kind == PoolKind.Weights ? new WeightSieve(pool, entries, hash, room, work.Cancellation) : new IdSieve(pool, entries, hash, room);
    }

    /// <summary>Takes the entries from <paramref name="first"/> to before <paramref name="end"/>, counted among those that take part.</summary>
    internal abstract void Sift(int first, int end);

    /// <summary>The smallest tickets of all that was sifted.</summary>
    internal SmallestTickets Finish()
    {
        HashOpenGroups();
        return _smallest;
    }

    private protected abstract void HashOpenGroups();

    private protected void Hash(TicketGroup group) => hash.Offer(group, _smallest);
}
