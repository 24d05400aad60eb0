namespace CampaignKit.Grievances;

/// <summary>The quantiles of the rate after the prior Beta(1/2, 1/2), with or without 0 as the lower limit of no hits and 1 as the upper of no misses.</summary>
internal sealed class JeffreysInterval(string id, string name, bool reachesTheEdges) : IntervalMethod(id, name)
{
    internal override double Lower(double hits, double count, double tail)
    {
        // The rule is stated for whole hits. Up to half a hit keeps it monotone and the rate inside where answers count in part.
        if (reachesTheEdges && hits < 0.5)
            return 0;
        return BetaDistribution.Quantile(tail, hits + 0.5, count - hits + 0.5);
    }

    internal override double Upper(double hits, double count, double tail)
    {
        if (reachesTheEdges && count - hits < 0.5)
            return 1;
        return BetaDistribution.UpperQuantile(tail, hits + 0.5, count - hits + 0.5);
    }
}
