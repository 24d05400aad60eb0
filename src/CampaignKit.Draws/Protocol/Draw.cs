namespace CampaignKit.Draws;

/// <summary>
/// The entry to draws. A whole draw is planned, locked to a future source of randomness, and held when that is there; a single pick
/// needs a pool and a rule seed alone.
/// </summary>
public static class Draw
{
    /// <summary>Begins the plan of a draw.</summary>
    /// <param name="name">The draw as <c>campaign/draw/period</c>, such as <c>changning/lucky/2021-W13</c>.</param>
    /// <exception cref="FormatException"><paramref name="name"/> is not such a name.</exception>
    public static DrawPlan Plan(string name) => new(DrawName.Parse(name));

    /// <summary>Begins the plan of a draw.</summary>
    public static DrawPlan Plan(DrawName name) => new(Guard.Against.Null(name));

    /// <summary>
    /// Picks the <paramref name="take"/> smallest tickets of a pool of ids or weights, and the next <paramref name="alternates"/>. Every
    /// entry counts for itself, holders or not. A large pool is divided among the machine's processors.
    /// </summary>
    /// <param name="pool">The pool.</param>
    /// <param name="seed">The seed under which tickets are computed.</param>
    /// <param name="take">The number of winners, if there are entrants enough.</param>
    /// <param name="alternates">The number of alternates.</param>
    /// <param name="progress">Is told what part of the tickets is computed, rising from 0 to 1; called from any thread, by one at a time.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">The pool is of another kind.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="take"/> is not 1 to <see cref="DrawRule.MaxTake"/>, or <paramref name="alternates"/> not 0 to as many.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static RuleOutcome Pick(
        Pool pool, RuleSeed seed, int take, int alternates = 0, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        const string ruleId = "pick";
        Guard.Against.Null(pool);
        var work = LaneWork.Fastest(cancellationToken) with { Progress = progress };
        return new RandomRule(ruleId, pool.Commitment, take, alternates).Draw(pool, seed, new PrizeBook(OverlapPolicy.Allowed), work);
    }
}
