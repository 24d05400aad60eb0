namespace CampaignKit.Grievances.Tests;

public sealed class CountDistributionTests
{
    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(30, 0.03)]
    [InlineData(200, 0.9)]
    public void Binomial_SmallCounts_AreThePlainProducts(int count, double share)
    {
        var hits = new BinomialDistribution(count, share);
        var (probability, sum) = (Math.Pow(1 - share, count), 0.0);
        for (var r = 0; r <= count; r++)
        {
            Assert.Equal(probability, hits.Probability(r), 1e-12 * probability);
            Assert.Equal(1 - sum, hits.UpperTail(r), 1e-12);
            sum += probability;
            Assert.Equal(sum, hits.LowerTail(r), 1e-12);
            probability *= (double)(count - r) / (r + 1) * (share / (1 - share));
        }

        Assert.Equal((0, 0, 1), (hits.Probability(-1), hits.Probability(count + 1), hits.LowerTail(count)));
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(2.5)]
    [InlineData(40)]
    public void Poisson_SmallMeans_AreThePlainProducts(double mean)
    {
        var events = new PoissonDistribution(mean);
        var (probability, sum) = (Math.Exp(-mean), 0.0);
        for (var r = 0; r <= 100; r++)
        {
            Assert.Equal(probability, events.Probability(r), 1e-12 * probability);
            Assert.Equal(1 - sum, events.UpperTail(r), 1e-12);
            sum += probability;
            Assert.Equal(sum, events.LowerTail(r), 1e-12);
            probability *= mean / (r + 1);
        }
    }

    [Theory]
    [InlineData(1e-6, 0.001)]
    [InlineData(1e-6, 0.999)]
    [InlineData(15, 0.025)]
    [InlineData(1e9, 0.001)]
    [InlineData(1e9, 0.975)]
    public void Quantile_AnyMean_IsTheFirstToReachTheTail(double mean, double tail)
    {
        var events = new PoissonDistribution(mean);
        var quantile = events.Quantile(tail);

        Assert.True(events.LowerTail(quantile) >= tail);
        Assert.True(quantile == 0 || events.LowerTail(quantile - 1) < tail);
        Assert.InRange(quantile - events.InterpolatedQuantile(tail), 0, quantile == 0 ? double.MaxValue : 1);
    }

    /// <summary>Half the quantiles that tables of the chi-square distribution give, with 1, 2, 10 and 100 degrees of freedom.</summary>
    [Theory]
    [InlineData(0.95, 1, 3.841459)]
    [InlineData(0.95, 2, 5.991465)]
    [InlineData(0.025, 10, 3.246973)]
    [InlineData(0.99, 100, 135.806723)]
    [InlineData(0.001, 2, 0.002001)]
    public void GammaQuantile_TablesOfChiSquare_Agree(double lowerTail, int degrees, double chiSquare) =>
        Assert.Equal(chiSquare, 2 * GammaDistribution.Quantile(lowerTail, degrees / 2.0), 5e-7);

    /// <summary>Of small shapes P(x) is about x^shape / Gamma(shape + 1); of large ones the distribution is nearly normal.</summary>
    [Theory]
    [InlineData(1e-12, 0.001, 0)]
    [InlineData(0.001, 0.5, 5.2442e-302)]
    [InlineData(1e9, 0.5, 1e9 - (1 / 3.0))]
    public void GammaQuantile_ExtremeShapes_AreFound(double shape, double lowerTail, double quantile) =>
        Assert.Equal(quantile, GammaDistribution.Quantile(lowerTail, shape), 1e-4 * quantile);
}
