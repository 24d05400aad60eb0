namespace CampaignKit.Grievances;

/// <summary>The rate plus and minus its estimated standard error, as if both were normal.</summary>
internal sealed class WaldInterval() : IntervalMethod("wald", "Wald")
{
    internal override double Lower(double hits, double count, double tail) =>
        (hits / count) - Half(hits, count, tail);

    internal override double Upper(double hits, double count, double tail) =>
        (hits / count) + Half(hits, count, tail);

    private static double Half(double hits, double count, double tail) =>
        NormalDistribution.UpperQuantile(tail) * Math.Sqrt(hits / count * ((count - hits) / count) / count);
}
