namespace CampaignKit.Draws;

/// <summary>The first win: the lowest scores, where a score is a place in an order, or a time in any unit.</summary>
public sealed record FirstNRule : RankedRule
{
    /// <summary>
    /// A rule with <paramref name="take"/> places, 1 to <see cref="DrawRule.MaxTake"/>, and 0 to as many <paramref name="alternates"/>, over
    /// a pool of scores.
    /// </summary>
    /// <exception cref="ArgumentException">The id is malformed, the pool of another kind, or the ties are <see cref="TiePolicy.EarliestToReach"/>, which the score itself says.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public FirstNRule(string id, PoolCommitment pool, int take, TiePolicy ties, int alternates = 0)
        : base(id, pool, take, ties, alternates)
    {
        if (ties == TiePolicy.EarliestToReach)
            throw new ArgumentException($"The rule '{id}' goes by the first already; ties are settled by {TiePolicy.Ticket}, {TiePolicy.Share} or {TiePolicy.Extend}.", nameof(ties));
    }

    private protected override bool HighestFirst => false;
}
