namespace CampaignKit.Draws;

/// <summary>
/// Every entrant wins whose number leaves the remainder <see cref="Offset"/> when divided by <see cref="N"/>, such as every hundredth.
/// Winners stand in the order of their numbers' values, then of the digits as written, then of ids. Chance has no part, so there are no
/// tickets and no alternates.
/// </summary>
public sealed record EveryNthRule : DrawRule
{
    /// <summary>The greatest divisor: 2^53 - 1, the greatest integer that a manifest can hold.</summary>
    public const long MaxN = 9_007_199_254_740_991;

    /// <summary>A rule over a pool of numbers.</summary>
    /// <param name="id">The rule's id.</param>
    /// <param name="pool">A pool of numbers.</param>
    /// <param name="n">The divisor, 1 to <see cref="MaxN"/>.</param>
    /// <param name="offset">The remainder, 0 to <paramref name="n"/> - 1.</param>
    /// <exception cref="ArgumentException">The id is malformed or the pool of another kind.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public EveryNthRule(string id, PoolCommitment pool, long n, long offset = 0)
        : base(id, pool, PoolKind.Numbers)
    {
        N = Guard.Against.OutOfRange(n, nameof(n), 1, MaxN);
        Offset = Guard.Against.OutOfRange(offset, nameof(offset), 0, n - 1);
    }

    /// <summary>The divisor.</summary>
    public long N { get; }

    /// <summary>The remainder that wins.</summary>
    public long Offset { get; }

    internal override RuleOutcome Draw(Pool pool, RuleSeed seed, PrizeBook prizes, LaneWork work) =>
        SeatAll(NumberOrder.Of(pool.Lines, entry => Remainder(pool.Lines.Value(entry)) == Offset), pool, seed, prizes);

    private long Remainder(ReadOnlySpan<byte> digits)
    {
        // Ten times a remainder and a digit stay far below 2^63.
        long remainder = 0;
        foreach (var digit in digits)
            remainder = ((remainder * 10) + (digit - '0')) % N;
        return remainder;
    }
}
