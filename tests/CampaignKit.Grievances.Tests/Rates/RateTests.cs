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
    [InlineData(1, 0, "1 hit is more than the base of 0 rated cases.")]
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
    [InlineData(double.NaN, IntervalSide.TwoSided, "level is NaN; it must be above 0 and below 1.")]
    [InlineData(95, IntervalSide.TwoSided, "level is 95; it must be above 0 and below 1.")]
    [InlineData(double.NaN, IntervalSide.LowerBound, "level is NaN; it must be for one side at least 0.5 and below 1.")]
    public void Interval_LevelOutOfRange_NamesValueAndRule(double level, IntervalSide side, string message)
    {
        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => Rate.Of(1, 2, "cases").Interval(level: level, side: side));

        Assert.StartsWith(message, refused.Message, StringComparison.Ordinal);
        Assert.Equal("level", refused.ParamName);
    }

    [Fact]
    public void TryParse_LongUnknownMethod_IsShownInPart()
    {
        Assert.False(IntervalMethod.TryParse(new string('x', 5000), out _, out var reason));
        Assert.StartsWith($"'{new string('x', 100)}…' is not an interval method", reason, StringComparison.Ordinal);
    }

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
        Assert.Equal("'wilsn' is not an interval method: there is wald, wilson, wilson-cc, agresti-coull, jeffreys, jeffreys-equal-tail, clopper-pearson, mid-p.", reason);
    }

    /// <summary>Adding or multiplying rates must not compile: there is no operator and no conversion that would let it.</summary>
    [Theory]
    [InlineData(typeof(Rate))]
    [InlineData(typeof(SurveyedRate))]
    [InlineData(typeof(ConfidenceInterval))]
    [InlineData(typeof(NonResponseBounds))]
    [InlineData(typeof(RateDifference))]
    [InlineData(typeof(WeightingClassEstimate))]
    [InlineData(typeof(PublishedRate))]
    [InlineData(typeof(PublishedRates))]
    public void Arithmetic_OfAnythingBuiltOfRates_DoesNotExist(Type type)
    {
        var operators = type.GetMethods().Where(m => m.IsSpecialName && m.Name.StartsWith("op_", StringComparison.Ordinal)).Select(m => m.Name);

        Assert.Empty(operators.Except(["op_Equality", "op_Inequality"]));
        Assert.DoesNotContain(type.GetInterfaces(), i => i.Namespace == "System.Numerics");
    }

    [Fact]
    public void Interval_OvershootingFormula_IsCutOffAndStillToldAsItIs()
    {
        var interval = Rate.Of(1, 10, "cases").Interval(IntervalMethod.Wald);

        Assert.Equal(0, interval.Low);
        Assert.Equal(0.1 - (1.959963984540054 * Math.Sqrt(0.009)), interval.UnclippedLow, 1e-14);
        Assert.Equal(interval.UnclippedHigh, interval.High);
    }

    [Fact]
    public void Interval_LargestBase_IsComputedByEveryMethod() => Assert.All(IntervalMethod.All, method =>
    {
        var interval = Rate.Of(long.MaxValue / 4, long.MaxValue, "cases").Interval(method);

        Assert.Equal(0.25 - 2.7946e-10, interval.Low, 1e-13);
        Assert.Equal(0.25 + 2.7946e-10, interval.High, 1e-13);
    });
}
