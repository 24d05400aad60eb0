namespace CampaignKit.Grievances.Tests;

public sealed class NormalDistributionTests
{
    /// <summary>
    /// The first three are the checks that Wichura (1988) gives, as upper tails; the others are well-known quantiles.
    /// </summary>
    [Theory]
    [InlineData(0.25, 0.6744897501960817)]
    [InlineData(0.001, 3.090232306167813)]
    [InlineData(1e-20, 9.262340089798408)]
    [InlineData(0.5, 0.0)]
    [InlineData(0.025, 1.959963984540054)]
    [InlineData(0.005, 2.5758293035489004)]
    [InlineData(0.05, 1.6448536269514722)]
    [InlineData(0.975, -1.959963984540054)]
    public void UpperQuantile_KnownTail_IsExactToRounding(double tail, double quantile) =>
        Assert.Equal(quantile, NormalDistribution.UpperQuantile(tail), 1e-15 * Math.Max(1, 4 * Math.Abs(quantile)));
}
