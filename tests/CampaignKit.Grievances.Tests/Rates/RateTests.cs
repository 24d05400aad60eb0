namespace CampaignKit.Grievances.Tests;

public sealed class RateTests
{
    [Fact]
    public void ToString_Rate_NamesBaseAndInterval()
    {
        Assert.Equal("96.78 % (198,883 of 205,500 rated cases; 95 % Wilson 96.70-96.86 %)", Rate.Of(198_883, 205_500, "rated cases").ToString());
        Assert.Equal("93.37 % (3,325.9 of 3,562 calls; 95 % Wilson 92.51-94.14 %)", Rate.Of(3325.9m, 3562, "calls").ToString());
    }

    [Fact]
    public void NoData_NothingOutOfNothing_IsAnAnswer()
    {
        var none = Rate.NoData("rated cases");

        Assert.Equal("no data (0 of 0 rated cases)", none.ToString());
        Assert.False(none.HasData);
        Assert.Null(none.Value);
        Assert.Equal((0.0, 1.0), (none.Interval().Low, none.Interval().High));
        Assert.Equal(none, Rate.Of(0, 0, "rated cases"));
    }

    [Theory]
    [InlineData(5, 3, "5 hits are more than the base of 3 rated cases.")]
    [InlineData(1, 0, "1 hits are more than the base of 0 rated cases.")]
    [InlineData(-1, 3, "-1 hits of 3 rated cases are negative.")]
    [InlineData(0, -3, "A base of -3 rated cases is negative.")]
    public void Of_HitsOutsideTheBase_NamesBoth(int hits, int count, string message)
    {
        var error = Assert.Throws<ArgumentException>(() => Rate.Of(hits, count, "rated cases"));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.False(Rate.TryOf(hits, count, "rated cases", out _, out var reason));
        Assert.Equal(message, reason);
    }

    [Fact]
    public void Of_NoName_IsRefused() => Assert.Throws<ArgumentException>(() => Rate.Of(1, 2, " "));

    [Fact]
    public void Pool_OneBase_AddsHitsAndBases() =>
        Assert.Equal(Rate.Of(12.5m, 30, "calls"), Rate.Pool(Rate.Of(2.5m, 10, "calls"), Rate.NoData("calls"), Rate.Of(10, 20, "calls")));

    [Fact]
    public void Pool_DifferentBases_IsRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => Rate.Pool(Rate.Of(20, 54, "designated hours"), Rate.Of(58, 152, "elective hours")));

        Assert.Contains("A rate of designated hours and a rate of elective hours have no common base.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Rate.Pool());
    }

    [Theory]
    [InlineData(0.49, IntervalSide.LowerBound)]
    [InlineData(0.49, IntervalSide.UpperBound)]
    [InlineData(0, IntervalSide.TwoSided)]
    [InlineData(1, IntervalSide.TwoSided)]
    [InlineData(double.NaN, IntervalSide.TwoSided)]
    [InlineData(0.95, (IntervalSide)3)]
    public void Interval_LevelOrSideOutOfRange_IsRefused(double level, IntervalSide side) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Rate.Of(1, 2, "cases").Interval(level: level, side: side));

    [Theory]
    [InlineData(1e-300)]
    [InlineData(0.3)]
    [InlineData(0.99999999999)]
    public void Interval_AnyLevelOfTwoSides_HoldsTheRate(double level)
    {
        var interval = Rate.Of(1, 4, "cases").Interval(level: level);

        Assert.InRange(0.25, interval.Low, interval.High);
    }

    [Fact]
    public void ToString_Interval_SaysLevelMethodAndSide()
    {
        var rate = Rate.Of(3, 10, "cases");

        Assert.Equal("95 % Wilson at least 12.69 %", rate.Interval(side: IntervalSide.LowerBound).ToString());
        Assert.Equal("95 % Wilson at most 55.83 %", rate.Interval(side: IntervalSide.UpperBound).ToString());
        Assert.StartsWith("99.8 % Wilson ", rate.Interval(IntervalMethod.Wilson, 0.998).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void TryParse_Method_KnowsItsIds()
    {
        Assert.True(IntervalMethod.TryParse("wilson", out var method, out _));
        Assert.Same(IntervalMethod.Wilson, method);
        Assert.False(IntervalMethod.TryParse("wilsn", out _, out var reason));
        Assert.Equal("'wilsn' is not an interval method: there is wilson.", reason);
    }

    [Property(Arbitrary = [typeof(Counts)], MaxTest = 1000)]
    public void Interval_AnyRate_HoldsTheRateWithinZeroAndOne(Counts counts)
    {
        var value = counts.Rate.Value!.Value;
        var interval = counts.Rate.Interval();

        Assert.InRange(interval.Low, 0, value);
        Assert.InRange(interval.High, value, 1);
        Assert.True(interval.Low < interval.High);
    }

    [Property(Arbitrary = [typeof(Counts)], MaxTest = 1000)]
    public void Interval_HigherLevel_IsWider(Counts counts)
    {
        var narrow = counts.Rate.Interval(level: 0.9);
        var wide = counts.Rate.Interval(level: 0.99);

        Assert.True(wide.Low < narrow.Low || narrow.Low == 0);
        Assert.True(wide.High > narrow.High || narrow.High == 1);
    }

    [Property(Arbitrary = [typeof(Counts)], MaxTest = 1000)]
    public void Interval_HitsAndMisses_Mirror(Counts counts)
    {
        var hits = counts.Rate.Interval();
        var misses = Rate.Of(counts.Base - counts.Hits, counts.Base, "cases").Interval();

        Assert.Equal(hits.Low, 1 - misses.High, 1e-15);
        Assert.Equal(hits.High, 1 - misses.Low, 1e-15);
    }

    [Property(Arbitrary = [typeof(Counts)], MaxTest = 1000)]
    public void Interval_OneSided_IsTheTwoSidedOfTwiceTheError(Counts counts)
    {
        var both = counts.Rate.Interval(level: 0.9);

        Assert.Equal(both.Low, counts.Rate.Interval(level: 0.95, side: IntervalSide.LowerBound).Low, 1e-14);
        Assert.Equal(both.High, counts.Rate.Interval(level: 0.95, side: IntervalSide.UpperBound).High, 1e-14);
    }

    [Property(Arbitrary = [typeof(Counts)], MaxTest = 1000)]
    public void Interval_Limits_SolveTheScoreEquation(Counts counts)
    {
        const double z = 1.9599639845400543;
        var interval = counts.Rate.Interval();
        foreach (var p in new[] { interval.Low, interval.High })
        {
            var deviation = Math.Pow((double)counts.Hits - (counts.Base * p), 2);
            Assert.Equal(z * z * counts.Base * p * (1 - p), deviation, 1e-6 * Math.Max(1, deviation));
        }
    }
}
