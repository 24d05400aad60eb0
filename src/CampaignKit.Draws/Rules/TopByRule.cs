namespace CampaignKit.Draws;

/// <summary>
/// The highest scores win. Entries are met in the order of score, highest first, and of ticket within a score.
/// </summary>
/// <remarks>
/// With one prize a person, an entry whose person has been drawn already is skipped and uses no place, so the places move down to
/// lower scores: the winning scores are those of the people who can still win. Ties are settled after that. The score of the last
/// place is the one in which the winners reach <see cref="Take"/>; under <see cref="TiePolicy.Ticket"/> the drawing stops there, under
/// <see cref="TiePolicy.Extend"/> and <see cref="TiePolicy.Share"/> everyone with that score who is not skipped wins. Those above it
/// always hold a whole place; only those with it share. A person with several entries wins by the best one.
/// </remarks>
public sealed record TopByRule : DrawRule
{
    /// <summary>A rule with <paramref name="take"/> places, 1 to <see cref="DrawRule.MaxTake"/>, over a pool of scores.</summary>
    /// <exception cref="ArgumentException">The id is malformed or the pool of another kind.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public TopByRule(string id, PoolCommitment pool, int take, TiePolicy ties)
        : base(id, pool, PoolKind.Scores)
    {
        Take = Guard.Against.OutOfRange(take, nameof(take), 1, MaxTake);
        Ties = Guard.Against.EnumOutOfRange(ties);
    }

    /// <summary>The number of places.</summary>
    public int Take { get; }

    /// <summary>What happens when more people have the last winning score than there are places left.</summary>
    public TiePolicy Ties { get; }

    internal override RuleOutcome Draw(Pool pool, RuleSeed seed, PrizeBook prizes, CancellationToken cancellationToken = default)
    {
        var seats = new Seating(this, pool, seed, prizes);
        foreach (var tied in GroupsByScore(pool))
        {
            Seat(tied, seats, pool, seed, cancellationToken);
            if (seats.Winners >= Take)
                break;
        }

        return seats.Close();
    }

    private void Seat(ReadOnlyMemory<int> tied, Seating seats, Pool pool, RuleSeed seed, CancellationToken cancellationToken)
    {
        var seated = seats.Winners;
        var places = Take - seated;
        foreach (var next in TicketOrder.Of(pool, tied, seed, Ties == TiePolicy.Ticket ? places : tied.Length, cancellationToken))
        {
            seats.OfferWin(next.Entry, next.Ticket);
            if (Ties == TiePolicy.Ticket && seats.Winners == Take)
                break;
        }

        if (Ties == TiePolicy.Share && seats.Winners > Take)
            seats.ShareAmong(seated, places);
    }

    private static IEnumerable<ReadOnlyMemory<int>> GroupsByScore(Pool pool)
    {
        var entries = new int[pool.Size];
        var descending = new long[pool.Size];
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = i;
            // The complement turns the order round and, unlike the negative, exists for every 64-bit score.
            descending[i] = ~pool.ValueAt(i);
        }

        Array.Sort(descending, entries);
        for (var first = 0; first < entries.Length;)
        {
            var end = first + 1;
            while (end < entries.Length && descending[end] == descending[first])
                end++;
            yield return entries.AsMemory(first, end - first);
            first = end;
        }
    }
}
