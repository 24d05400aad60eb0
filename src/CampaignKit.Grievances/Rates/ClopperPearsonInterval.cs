namespace CampaignKit.Grievances;

/// <summary>The rates at which neither as few nor as many hits are improbable. The binomial tails are beta probabilities, which take real hits.</summary>
internal sealed class ClopperPearsonInterval() : IntervalMethod("clopper-pearson", "Clopper-Pearson")
{
    internal override double Lower(double hits, double count, double tail) =>
        hits == 0 ? 0 : BetaDistribution.Quantile(tail, hits, count - hits + 1);

    internal override double Upper(double hits, double count, double tail) =>
        hits == count ? 1 : BetaDistribution.UpperQuantile(tail, hits + 1, count - hits);
}
