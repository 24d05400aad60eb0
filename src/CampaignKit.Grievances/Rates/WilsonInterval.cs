namespace CampaignKit.Grievances;

/// <summary>
/// The rates p that the score test does not reject: (hits - n p)^2 &lt;= z^2 n p (1 - p).
/// </summary>
internal sealed class WilsonInterval() : IntervalMethod("wilson", "Wilson")
{
    internal override double Lower(double hits, double count, double tail)
    {
        if (hits == 0)
            return 0;

        // The lower root from the product of the two, where the textbook difference would cancel digits of small rates.
        var z = NormalDistribution.UpperQuantile(tail);
        var half = Half(hits, count, z);
        return hits * hits / count / (hits + (z * z / 2) + half);
    }

    internal override double Upper(double hits, double count, double tail)
    {
        if (hits == count)
            return 1;

        var z = NormalDistribution.UpperQuantile(tail);
        return (hits + (z * z / 2) + Half(hits, count, z)) / (count + (z * z));
    }

    private static double Half(double hits, double count, double z) => z * Math.Sqrt((hits * (count - hits) / count) + (z * z / 4));
}
