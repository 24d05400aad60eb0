namespace CampaignKit.Grievances.Tests;

public sealed class RateDifferenceTests
{
    private const string File = "proportion_diff_ci.json";

    public static TheoryData<string> Ids => Vector.Ids(File, _ => true);

    [Fact]
    public void Cases_OfTheFile_AreAll() => Assert.Equal(37, Vector.Cases(File).Count());

    [Theory]
    [MemberData(nameof(Ids))]
    public void DifferenceFrom_ReferenceCase_IsWithinTheStatedTolerance(string id)
    {
        foreach (var expected in Vector.Of(File, id))
        {
            Assert.True(DifferenceMethod.TryParse(expected.GetProperty("method").GetString(), out var method, out var reason), reason);
            var difference = RateOf("1").DifferenceFrom(RateOf("2"), method, expected.GetProperty("level").GetDouble());
            var tolerance = expected.GetProperty("tol").GetDouble();

            Assert.InRange(difference.UnclippedLow - expected.GetProperty("lo").GetDouble(), -tolerance, tolerance);
            Assert.InRange(difference.UnclippedHigh - expected.GetProperty("hi").GetDouble(), -tolerance, tolerance);

            Rate RateOf(string place) => Rate.Of(expected.GetProperty($"x{place}").GetInt64(), expected.GetProperty($"n{place}").GetInt64(), "trials");
        }
    }

    [Fact]
    public void ToString_Difference_NamesBothBasesAndTheInterval()
    {
        var difference = Rate.Of(960, 1000, "calls").DifferenceFrom(Rate.Of(940, 1000, "calls"));

        Assert.Equal("+2.00 points (96.00 % of 1,000 calls less 94.00 % of 1,000 calls; 95 % Newcombe +0.08 to +3.95)", difference.ToString());
        Assert.True(difference.ExcludesZero);
    }

    [Fact]
    public void DifferenceFrom_BasesOfDifferentNames_WantsTheirCommonName()
    {
        var (rated, closed) = (Rate.Of(9, 10, "rated cases"), Rate.Of(50, 100, "closed cases"));

        var error = Assert.Throws<ArgumentException>(() => rated.DifferenceFrom(closed));
        Assert.StartsWith("A rate of rated cases and a rate of closed cases compare only as what you name them.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => rated.DifferenceFrom(closed, comparedAs: " "));
        Assert.Equal(
            "+40.00 points (90.00 % of 10 rated cases less 50.00 % of 100 closed cases, compared as answers; 95 % Newcombe +8.10 to +52.65)",
            rated.DifferenceFrom(closed, comparedAs: "answers").ToString());
    }

    [Fact]
    public void DifferenceFrom_NoData_IsNoDataAndRulesNothingOut()
    {
        var difference = Rate.NoData("calls").DifferenceFrom(Rate.Of(1, 2, "calls"));

        Assert.Equal("no data (no data of 0 calls less 50.00 % of 2 calls)", difference.ToString());
        Assert.Null(difference.Value);
        Assert.Equal((-1.0, 1.0, false), (difference.Low, difference.High, difference.ExcludesZero));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void DifferenceFrom_LevelOutOfRange_IsRefused(double level) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Rate.Of(1, 2, "calls").DifferenceFrom(Rate.Of(1, 2, "calls"), level: level));

    [Fact]
    public void TryParse_UnknownMethod_TellsWhichThereAre()
    {
        Assert.False(DifferenceMethod.TryParse("wilson", out _, out var reason));
        Assert.Equal("'wilson' is not a difference method: there is newcombe, newcombe-cc, agresti-caffo, wald.", reason);
    }

    [Property(Arbitrary = [typeof(Counts)], MaxTest = 300)]
    public void DifferenceFrom_TheOtherWayRound_ChangesTheSign(Counts one, Counts other)
    {
        foreach (var method in DifferenceMethod.All)
        {
            var forth = one.Rate.DifferenceFrom(other.Rate, method);
            var back = other.Rate.DifferenceFrom(one.Rate, method);

            Assert.Equal(forth.Value, -back.Value);
            Assert.Equal(forth.UnclippedLow, -back.UnclippedHigh, 1e-15);
            Assert.Equal(forth.UnclippedHigh, -back.UnclippedLow, 1e-15);
        }
    }

    [Property(Arbitrary = [typeof(Counts)], MaxTest = 300)]
    public void DifferenceFrom_AnyRates_HoldsTheDifferenceWithinMinusOneAndOne(Counts one, Counts other)
    {
        foreach (var method in DifferenceMethod.All.Except([DifferenceMethod.AgrestiCaffo]))
        {
            var difference = one.Rate.DifferenceFrom(other.Rate, method);

            Assert.InRange(difference.Value!.Value, difference.Low - 1e-15, difference.High + 1e-15);
            Assert.True(difference.Low >= -1 && difference.High <= 1);
            Assert.True(method == DifferenceMethod.Wald || (difference.UnclippedLow >= -1 - 1e-14 && difference.UnclippedHigh <= 1 + 1e-14));
        }
    }

    [Property(Arbitrary = [typeof(Counts)], MaxTest = 300)]
    public void DifferenceFrom_Mirrored_IsTheDifferenceOfTheMisses(Counts one, Counts other)
    {
        var hits = one.Rate.DifferenceFrom(other.Rate);
        var misses = other.Misses.DifferenceFrom(one.Misses);

        Assert.Equal(hits.Low, misses.Low, 1e-13);
        Assert.Equal(hits.High, misses.High, 1e-13);
    }
}
