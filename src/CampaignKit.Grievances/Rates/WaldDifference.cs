namespace CampaignKit.Grievances;

/// <summary>The difference plus and minus its estimated standard error, after adding so many hits and as many misses to either rate.</summary>
internal sealed class WaldDifference(string id, string name, IntervalMethod ofOne, int added) : DifferenceMethod(id, name, ofOne)
{
    internal override (double Low, double High) Limits(Rate rate, Rate other, double level)
    {
        var (one, variance) = Moments(rate);
        var (two, varianceOfOther) = Moments(other);
        var half = NormalDistribution.UpperQuantile((1 - level) / 2) * Math.Sqrt(variance + varianceOfOther);
        return (one - two - half, one - two + half);
    }

    private (double Share, double Variance) Moments(Rate rate)
    {
        var count = (double)rate.Base + (2 * added);
        var share = ((double)rate.Hits + added) / count;
        return (share, share * (1 - share) / count);
    }
}
