namespace CampaignKit.Draws;

/// <summary>
/// Every entrant wins whose score is at least so high. Winners stand in the order of scores, highest first, then of ids. Chance has no
/// part, so there are no tickets and no alternates.
/// </summary>
public sealed record ThresholdRule : DrawRule
{
    /// <summary>The greatest threshold, positive or negative: 2^53 - 1, the greatest integer that a manifest can hold.</summary>
    public const long MaxAtLeast = 9_007_199_254_740_991;

    /// <summary>A rule over a pool of scores.</summary>
    /// <param name="id">The rule's id.</param>
    /// <param name="pool">A pool of scores.</param>
    /// <param name="atLeast">The lowest score that wins, within ±<see cref="MaxAtLeast"/>.</param>
    /// <exception cref="ArgumentException">The id is malformed or the pool of another kind.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public ThresholdRule(string id, PoolCommitment pool, long atLeast)
        : base(id, pool, PoolKind.Scores) => AtLeast = Guard.Against.OutOfRange(atLeast, nameof(atLeast), -MaxAtLeast, MaxAtLeast);

    /// <summary>The lowest score that wins.</summary>
    public long AtLeast { get; }

    internal override RuleOutcome Draw(Pool pool, RuleSeed seed, PrizeBook prizes, LaneWork work)
    {
        // The sort is stable, and entries are in the order of their ids.
        var reaching = Enumerable.Range(0, pool.Size).Where(entry => pool.ValueAt(entry) >= AtLeast).OrderByDescending(pool.ValueAt);
        return SeatAll(reaching, pool, seed, prizes);
    }
}
