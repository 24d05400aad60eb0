namespace CampaignKit.Draws;

/// <summary>
/// The smallest tickets of a pool of ids or weights win, in order; the next ones are the alternates. With one prize a person, an entry
/// whose person has been drawn already, by an earlier rule or in this one, is skipped and the next ticket follows.
/// </summary>
public sealed record RandomRule : DrawRule
{
    /// <summary>A rule with <paramref name="take"/> places (1 to <see cref="DrawRule.MaxTake"/>) and <paramref name="alternates"/> (0 to as many).</summary>
    /// <exception cref="ArgumentException">The id is malformed or the pool of another kind.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public RandomRule(string id, PoolCommitment pool, int take, int alternates)
        : base(id, pool, PoolKind.Ids, PoolKind.Weights)
    {
        Take = Guard.Against.OutOfRange(take, nameof(take), 1, MaxTake);
        Alternates = Guard.Against.OutOfRange(alternates, nameof(alternates), 0, MaxTake);
    }

    /// <summary>The number of winners, if there are entrants enough.</summary>
    public int Take { get; }

    /// <summary>The number of alternates, if there are entrants enough.</summary>
    public int Alternates { get; }

    internal override RuleOutcome Draw(Pool pool, RuleSeed seed, PrizeBook prizes, CancellationToken cancellationToken = default)
    {
        var seats = new Seating(this, pool, seed, prizes);
        foreach (var next in TicketOrder.Of(pool, seed, Take + Alternates + prizes.Count, cancellationToken))
        {
            if (seats.Winners < Take)
                seats.OfferWin(next.Entry, next.Ticket);
            else if (seats.Alternates < Alternates)
                seats.OfferReserve(next.Entry, next.Ticket);
            else
                break;
            if (seats.Winners == Take && seats.Alternates == Alternates)
                break;
        }

        return seats.Close();
    }
}
