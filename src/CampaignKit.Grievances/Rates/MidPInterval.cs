namespace CampaignKit.Grievances;

/// <summary>Clopper and Pearson's limits with half of the probability of the observed hits in the tail instead of all of it.</summary>
internal sealed class MidPInterval() : IntervalMethod("mid-p", "mid-p")
{
    internal override double Lower(double hits, double count, double tail)
    {
        var misses = count - hits;
        if (hits == 0)
            return 0;
        if (misses == 0)
            return Math.Pow(2 * tail, 1 / count);

        var (all, none) = (BetaDistribution.LogOddsQuantile(tail, hits, misses + 1), BetaDistribution.LogOddsQuantile(tail, hits + 1, misses));

        // So many that the two lie closer together than a root could be told from their middle.
        if (Math.Min(hits, misses) > BetaDistribution.LargeShape)
            return BetaDistribution.Share((all + none) / 2);

        return BetaDistribution.ShareAtRoot(LogOddsRoot.Of(tail, all, logOdds => (
            (BetaDistribution.LowerTail(logOdds, hits, misses + 1) + BetaDistribution.LowerTail(logOdds, hits + 1, misses)) / 2,
            (BetaDistribution.LogOddsDensity(logOdds, hits, misses + 1) + BetaDistribution.LogOddsDensity(logOdds, hits + 1, misses)) / 2)));
    }

    internal override double Upper(double hits, double count, double tail) => 1 - Lower(count - hits, count, tail);
}
