namespace CampaignKit.Draws;

/// <summary>The highest scores win.</summary>
public sealed record TopByRule : RankedRule
{
    /// <summary>
    /// A rule with <paramref name="take"/> places, 1 to <see cref="DrawRule.MaxTake"/>, and 0 to as many <paramref name="alternates"/>, over
    /// a pool of scores; under <see cref="TiePolicy.EarliestToReach"/> of timed scores.
    /// </summary>
    /// <exception cref="ArgumentException">The id is malformed or the pool of another kind.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public TopByRule(string id, PoolCommitment pool, int take, TiePolicy ties, int alternates = 0)
        : base(id, pool, take, ties, alternates)
    {
    }

    private protected override bool HighestFirst => true;
}
