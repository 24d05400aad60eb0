namespace CampaignKit.Draws;

/// <summary>
/// The smallest tickets of a pool of ids or weights win, in order; the next ones are the alternates. An entry whose person cannot win, or
/// has been drawn already, is passed over and the next ticket follows.
/// </summary>
/// <remarks>
/// With quotas each stratum has its own alternates, as many as <see cref="Alternates"/>. An entry wins if its stratum has fewer winners than
/// its quota allows, and if places enough remain for the winners that the minima still lack; else it is an alternate of its stratum.
/// A stratum without a quota has no minimum and no maximum.
/// </remarks>
public sealed record RandomRule : DrawRule
{
    /// <summary>A rule with <paramref name="take"/> places (1 to <see cref="DrawRule.MaxTake"/>) and <paramref name="alternates"/> (0 to as many).</summary>
    /// <exception cref="ArgumentException">The id is malformed, the pool of another kind or without strata for the quotas, or a stratum has two quotas.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public RandomRule(string id, PoolCommitment pool, int take, int alternates, IEnumerable<Quota>? quotas = null)
        : base(id, pool, PoolKind.Ids, PoolKind.Weights)
    {
        Take = Guard.Against.OutOfRange(take, nameof(take), 1, MaxTake);
        Alternates = Guard.Against.OutOfRange(alternates, nameof(alternates), 0, MaxTake);
        Quotas = [.. quotas ?? []];
        if (QuotaProblem(Quotas, pool) is { } problem)
            throw new ArgumentException($"The rule '{id}': {problem}.", nameof(quotas));
    }

    /// <summary>The number of winners, if there are entrants enough.</summary>
    public int Take { get; }

    /// <summary>The number of alternates, with quotas of each stratum, if there are entrants enough.</summary>
    public int Alternates { get; }

    /// <summary>The quotas in the order given; empty if the rule has none.</summary>
    public IReadOnlyList<Quota> Quotas { get; }

    /// <summary>Whether the same rule: as records are, with the quotas compared one by one.</summary>
    public bool Equals(RandomRule? other) =>
        base.Equals(other) && Take == other.Take && Alternates == other.Alternates && Quotas.SequenceEqual(other.Quotas);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Take, Alternates, Quotas.Count);

    internal static string? QuotaProblem(IReadOnlyList<Quota> quotas, PoolCommitment pool)
    {
        if (quotas.Count > 0 && pool.StrataDigest is null)
            return "quotas need a pool with strata";
        return quotas.CountBy(quota => quota.Stratum).FirstOrDefault(count => count.Value > 1).Key is { } twice
            ? $"a stratum has one quota; '{twice}' has more"
            : null;
    }

    // An entry of weight 0 can take no seat, and under quotas a seat can be closed to some strata.
    internal override bool LeavesSeats(RuleOutcome outcome) =>
        Pool.Kind == PoolKind.Ids && Quotas.Count == 0 && (outcome.Winners.Count < Take || outcome.Alternates.Count < Alternates);

    internal override RuleOutcome Draw(Pool pool, RuleSeed seed, PrizeBook prizes, LaneWork work)
    {
        var seats = new Seating(this, pool, seed, prizes);
        if (Quotas.Count > 0)
        {
            new StrataOrder(new QuotaRoom(this), seats)
                .Seat(pool.Strata!, (entries, wanted) => TicketOrder.Of(pool, entries, seed, Expected(wanted, prizes), work));
        }
        else
        {
            Seat(seats, TicketOrder.Of(pool, seed, Expected(Take + Alternates, prizes), work));
        }

        return seats.Close();
    }

    private void Seat(Seating seats, IEnumerable<Ticketed> turns)
    {
        foreach (var next in turns)
        {
            _ = seats.Winners < Take ? seats.Win(next.Entry, next.Ticket) : seats.Reserve(next.Entry, next.Ticket);
            if (seats.Winners == Take && seats.Alternates == Alternates)
                break;
        }
    }

    // Of those who cannot win, few have a turn, unless they are most of the pool: then the order grows.
    private static int Expected(int wanted, PrizeBook prizes) => wanted + Math.Min(prizes.Count, wanted);
}
