namespace CampaignKit.Draws;

/// <summary>
/// The selection of wallop (<c>fair_pick</c>, wallop protocol specification, section 1, 2026): the ids in byte order, each as often as its
/// weight, are shuffled by Durstenfeld's method, and whoever comes first in that order wins. Pure, safe from any thread.
/// </summary>
/// <remarks>
/// The shuffle is done in full, whatever the number of winners, and costs a hash for each unit of weight. One changed entrant changes the
/// whole order. <see cref="WallopProtocol"/> gives the seed of a published draw.
/// </remarks>
public static class FairPick
{
    /// <summary>Picks winners from a pool of ids, or of weights, where weight 0 never wins.</summary>
    /// <param name="pool">The entrants.</param>
    /// <param name="seed">The 32 bytes of the seed.</param>
    /// <param name="take">The number of winners, 1 to <see cref="DrawRule.MaxTake"/>; fewer if there are fewer entrants.</param>
    /// <exception cref="ArgumentException">The pool is of another kind.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="take"/> is out of its range.</exception>
    public static IReadOnlyList<FairPickWinner> Pick(Pool pool, Digest seed, int take)
    {
        Guard.Against.OutOfRange(take, nameof(take), 1, DrawRule.MaxTake);
        if (Guard.Against.Null(pool).Kind is not (PoolKind.Ids or PoolKind.Weights))
            throw new ArgumentException($"Fair pick draws from a pool of {PoolKind.Ids} or {PoolKind.Weights}; this one is of {pool.Kind}.", nameof(pool));

        var tickets = Tickets(pool);
        Shuffle(tickets, new FairPickNumbers(seed));
        return [.. tickets.Distinct().Take(take).Select((entry, place) => new FairPickWinner(place + 1, pool.Lines.IdText(entry)))];
    }

    private static int[] Tickets(Pool pool)
    {
        var entries = Enumerable.Range(0, pool.Size);
        return pool.Kind == PoolKind.Ids
            ? [.. entries]
            : [.. entries.SelectMany(entry => Enumerable.Repeat(entry, (int)pool.ValueAt(entry)))];
    }

    private static void Shuffle(int[] tickets, FairPickNumbers numbers)
    {
        for (var last = tickets.Length - 1; last > 0; last--)
        {
            var other = numbers.Below(last + 1);
            (tickets[last], tickets[other]) = (tickets[other], tickets[last]);
        }
    }
}
