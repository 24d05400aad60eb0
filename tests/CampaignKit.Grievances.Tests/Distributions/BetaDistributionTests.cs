using FsCheck;
using FsCheck.Fluent;

namespace CampaignKit.Grievances.Tests;

public sealed class BetaDistributionTests
{
    private const string File = "beta_quantiles.json";

    public static TheoryData<string> Ids => Vector.Ids(File, _ => true);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Quantile_ReferenceCase_IsExactToRounding(string id)
    {
        var expected = Assert.Single(Vector.Of(File, id));
        var quantile = expected.GetProperty("quantile").GetDouble();

        var (a, b) = (expected.GetProperty("a").GetDouble(), expected.GetProperty("b").GetDouble());

        var found = BetaDistribution.Quantile(expected.GetProperty("lowerTail").GetDouble(), a, b);

        // A share is the worse determined by its probability the smaller the shape, and by its log-odds the farther they are from 0.
        var tolerance = 1e-15 * (2 + (2 / Math.Min(1, a)) + (Math.Abs(Math.Log(quantile)) / 4));
        Assert.InRange((found - quantile) / quantile, -tolerance, tolerance);
    }

    [Fact]
    public void Ids_OfTheFile_AreAll() => Assert.Equal(26, Ids.Count);

    [Property(Arbitrary = [typeof(Shapes)], MaxTest = 500)]
    public void LowerTail_OfTheQuantile_IsTheProbability(Shapes shapes)
    {
        foreach (var probability in new[] { 1e-30, 0.001, 0.2, 0.5 })
        {
            var reached = BetaDistribution.LowerTail(BetaDistribution.LogOddsQuantile(probability, shapes.A, shapes.B), shapes.A, shapes.B);

            Assert.Equal(1, reached / probability, 1e-10);
        }
    }

    [Property(Arbitrary = [typeof(Shapes)], MaxTest = 500)]
    public void LowerTail_OfMirroredShapes_IsTheRest(Shapes shapes)
    {
        var logOdds = Math.Log(shapes.A / shapes.B) + 0.1;

        Assert.Equal(1, BetaDistribution.LowerTail(logOdds, shapes.A, shapes.B) + BetaDistribution.LowerTail(-logOdds, shapes.B, shapes.A), 1e-13);
    }

    /// <summary>Where x is 1 to rounding and only 1 - x is known; there the lower tail of a variable 1 - g / a is the upper tail of g, Gamma(2).</summary>
    [Theory]
    [InlineData(1e17)]
    [InlineData(9e18)]
    public void LowerTail_OfASideRoundedToOne_IsGammas(double a)
    {
        foreach (var g in new[] { 1e-3, 0.1, 1, 5, 30 })
            Assert.Equal(1, BetaDistribution.LowerTail(Math.Log(a / g), a, 2) / (Math.Exp(-g) * (1 + g)), 1e-12);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Of_NoNumbers_Ends(double nonsense)
    {
        Assert.InRange(LogOddsRoot.Of(0.1, 0, _ => (nonsense, nonsense)), -745, 745);
        Assert.InRange(LogOddsRoot.Of(0.1, 0, _ => (0.05, nonsense)), -745, 745);
        Assert.True(BetaDistribution.LowerTail(nonsense, 2, 3) is double.NaN or >= 0 and <= 1);
    }

    /// <summary>Two shapes from a tenth to ten million.</summary>
    public sealed record Shapes(double A, double B)
    {
        public static Arbitrary<Shapes> Arbitrary() => Arb.From(
            from a in Gen.Choose(-1000, 7000)
            from b in Gen.Choose(-1000, 7000)
            select new Shapes(Math.Pow(10, a / 1000.0), Math.Pow(10, b / 1000.0)));
    }
}
