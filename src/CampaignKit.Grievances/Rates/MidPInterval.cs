namespace CampaignKit.Grievances;

/// <summary>Clopper and Pearson's limits with half of the probability of the observed hits in the tail instead of all of it.</summary>
internal sealed class MidPInterval() : IntervalMethod("mid-p", "mid-p")
{
    internal override double Lower(double hits, double count, double tail) =>
        hits == 0 ? 0
        : hits == count ? Math.Pow(2 * tail, 1 / count)
        : BetaDistribution.ShareAtRoot(LogOdds(hits, count - hits, tail));

    internal override double Upper(double hits, double count, double tail) =>
        hits == count ? 1
        : hits == 0 ? BetaDistribution.RestOfRoot(2 * tail, count)
        : BetaDistribution.Share(-LogOdds(count - hits, hits, tail));

    /// <summary>The log-odds of the lower limit.</summary>
    private static double LogOdds(double hits, double misses, double tail)
    {
        var (all, none) = (BetaDistribution.LogOddsQuantile(tail, hits, misses + 1), BetaDistribution.LogOddsQuantile(tail, hits + 1, misses));

        // So many that the two lie closer together than a root could be told from their middle.
        if (Math.Min(hits, misses) > BetaDistribution.LargeShape)
            return (all + none) / 2;

        return LogOddsRoot.Of(tail, all, logOdds => (
            (BetaDistribution.LowerTail(logOdds, hits, misses + 1) + BetaDistribution.LowerTail(logOdds, hits + 1, misses)) / 2,
            (BetaDistribution.LogOddsDensity(logOdds, hits, misses + 1) + BetaDistribution.LogOddsDensity(logOdds, hits + 1, misses)) / 2));
    }
}
