using FsCheck;
using FsCheck.Fluent;

namespace CampaignKit.Grievances.Tests;

public sealed class FunnelPlotTests
{
    [Fact]
    public void Of_OneCaseUnit_IsTooFewToCompare()
    {
        var plot = FunnelPlot.Of([Unit("a", 1, 1), Unit("b", 700, 1000), Unit("c", 0, 0), Unit("d", 300, 1000)]);

        Assert.Equal([FunnelVerdict.TooFew, FunnelVerdict.Within, FunnelVerdict.TooFew, FunnelVerdict.Within], plot.Points.Select(p => p.Verdict));
        Assert.StartsWith("a: too few to compare, 100.00 % (1 of 1 cases", plot.Points[0].ToString(), StringComparison.Ordinal);
        Assert.Equal(2, plot.Dispersion.Units);
        Assert.Null(plot.Points[2].Limits);
    }

    [Fact]
    public void Of_AllHits_FindsNobodyOut()
    {
        foreach (var method in Enum.GetValues<FunnelMethod>())
        {
            var plot = FunnelPlot.Of([Unit("a", 50, 50), Unit("b", 1000, 1000)], new FunnelOptions { Method = method });

            Assert.All(plot.Points, p => Assert.Equal(FunnelVerdict.Within, p.Verdict));
        }
    }

    [Fact]
    public void Of_NoData_HasNoLimits()
    {
        var plot = FunnelPlot.Of([Unit("a", 0, 0)]);

        Assert.Null(plot.Target);
        Assert.Null(plot.LimitsAt(10));
        Assert.Empty(plot.Lines());
        Assert.Equal(FunnelVerdict.TooFew, plot.Points[0].Verdict);
    }

    [Fact]
    public void Of_FullMarksOfASmallUnit_AreNoExceptionByTheExactTest()
    {
        var options = new FunnelOptions { Method = FunnelMethod.Exact, Target = 0.9678 };
        var small = Assert.Single(FunnelPlot.Of([Unit("a", 10, 10)], options).Points);

        // The line is interpolated and passes below 1, yet such a unit has full marks more often than not.
        Assert.True(small.Limits!.Value.High95 < 1);
        Assert.Equal(FunnelVerdict.Within, small.Verdict);
        Assert.Equal(FunnelVerdict.Above, Assert.Single(FunnelPlot.Of([Unit("a", 150, 150)], options).Points).Verdict);
        Assert.Equal(FunnelVerdict.FarAbove, Assert.Single(FunnelPlot.Of([Unit("a", 300, 300)], options).Points).Verdict);
    }

    [Fact]
    public void Of_BadInput_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => FunnelPlot.Of([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => FunnelPlot.Of([Unit("a", 1, 2)], new FunnelOptions { Target = 1.1 }));
        Assert.Throws<ArgumentException>(() => FunnelPlot.Of([Unit("a", 1, 2)], new FunnelOptions { MinimumBase = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => FunnelPlot.Of([Unit("a", 1, 2)], new FunnelOptions { Method = (FunnelMethod)9 }));
        Assert.StartsWith("'a' has 2 rates.", Assert.Throws<ArgumentException>(() => FunnelPlot.Of([Unit("a", 1, 2), Unit("a", 1, 2)])).Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "A rate of cases and a rate of calls do not compare.",
            Assert.Throws<ArgumentException>(() => FunnelPlot.Of([Unit("a", 1, 2), new NamedRate("b", Rate.Of(1, 2, "calls"))])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_OfAPlot_GoFromTheSmallestToTheLargest()
    {
        var lines = FunnelPlot.Of([Unit("a", 3, 5), Unit("b", 700, 1000)]).Lines(50);

        Assert.Equal((5, 1000), (lines[0].Key, lines[^1].Key));
        Assert.Equal(lines.Select(l => l.Key).Order().Distinct(), lines.Select(l => l.Key));
    }

    [Property(MaxTest = 300)]
    public Property Limits_AnySizeAndTarget_AreNestedAndNarrowWithSize() => Prop.ForAll(Sizes, given =>
    {
        var (size, more, percent) = given;
        var target = percent / 1000.0;
        foreach (var tauSquared in new[] { 0, 0.01 })
        {
            var limits = FunnelLimits.Arcsine(size, target, tauSquared);
            var larger = FunnelLimits.Arcsine(size + more, target, tauSquared);
            Assert.True(limits.Low998 <= limits.Low95 && limits.Low95 <= target && target <= limits.High95 && limits.High95 <= limits.High998, $"{limits}");
            Assert.True(limits.Low998 <= larger.Low998 && limits.Low95 <= larger.Low95 && larger.High95 <= limits.High95 && larger.High998 <= limits.High998);
            Assert.True(FunnelLimits.Arcsine(size, target, tauSquared + 0.01).Low95 <= limits.Low95);
        }

        var exact = FunnelLimits.Exact(size, target);
        Assert.True(exact.Low998 <= exact.Low95 && exact.Low95 <= exact.High95 && exact.High95 <= exact.High998, $"{exact}");
    });

    [Property(MaxTest = 200)]
    public Property Exact_AnySizeAndTarget_IsThePlainSum() => Prop.ForAll(Sizes, given =>
    {
        var (size, _, percent) = (Math.Min(given.Item1, 300), given.Item2, given.Item3);
        var target = Math.Clamp(percent / 1000.0, 0.001, 0.999);
        var limits = FunnelLimits.Exact(size, target);
        var row = new double[size + 1];
        row[0] = 1;
        for (var n = 0; n < size; n++)
        {
            for (var r = n + 1; r >= 0; r--)
                row[r] = (row[r] * (1 - target)) + (r > 0 ? row[r - 1] * target : 0);
        }

        Assert.Equal(Plain(0.025), limits.Low95, 1e-9);
        Assert.Equal(Plain(0.999), limits.High998, 1e-9);

        double Plain(double p)
        {
            var (r, sum) = (0, row[0]);
            while (sum < p)
                sum += row[++r];
            return Math.Clamp((r - ((sum - p) / row[r])) / size, 0, 1);
        }
    });

    [Property(Arbitrary = [typeof(UnitRates)], MaxTest = 300)]
    public void Verdict_WithTauSquared_IsNeverSharperThanWithout(UnitRates rates)
    {
        var plain = FunnelPlot.Of(rates.Units, new FunnelOptions { Method = FunnelMethod.Arcsine });
        foreach (var method in new[] { FunnelMethod.AdditiveOverdispersion, FunnelMethod.MultiplicativeOverdispersion })
        {
            var widened = FunnelPlot.Of(rates.Units, new FunnelOptions { Method = method });
            Assert.All(plain.Points.Zip(widened.Points), p => Assert.True(Sharpness(p.Second.Verdict) <= Sharpness(p.First.Verdict)));
        }
    }

    [Property(Arbitrary = [typeof(UnitRates)], MaxTest = 300)]
    public void Verdict_OfTheExactTest_IsThatOfTheTails(UnitRates rates)
    {
        var plot = FunnelPlot.Of(rates.Units, new FunnelOptions { Method = FunnelMethod.Exact, Target = 0.8 });
        foreach (var point in plot.Points.Where(p => p.Rate.Base >= FunnelOptions.DefaultMinimumBase))
        {
            var hits = new BinomialDistribution(point.Rate.Base, 0.8);
            Assert.Equal(point.Rate.Hits < hits.Quantile(0.001), point.Verdict == FunnelVerdict.FarBelow);
            Assert.Equal(point.Rate.Hits < hits.Quantile(0.025), point.Verdict is FunnelVerdict.FarBelow or FunnelVerdict.Below);
            Assert.Equal(point.Rate.Hits > hits.Quantile(0.975), point.Verdict is FunnelVerdict.FarAbove or FunnelVerdict.Above);
        }
    }

    [Fact]
    public void Ratio_ExpectedEvents_AreJudgedByTheExactTest()
    {
        var funnel = RatioFunnel.Of([new ExpectedCount("a", 15, 15), new ExpectedCount("b", 30, 15), new ExpectedCount("c", 0, 0.5), new ExpectedCount("d", 4, 15)]);

        Assert.Equal(
            [FunnelVerdict.Within, FunnelVerdict.FarAbove, FunnelVerdict.TooFew, FunnelVerdict.FarBelow],
            funnel.Points.Select(p => p.Verdict));
        Assert.Equal((2, 1), (funnel.Points[1].Unit.Ratio, funnel.Target));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExpectedCount("a", 1, double.PositiveInfinity));
        Assert.Throws<ArgumentException>(() => RatioFunnel.Of([]));
    }

    /// <summary>The sums of the Poisson distribution with mean 15: P(R &lt;= 7) = 0.018, P(R &lt;= 8) = 0.037, P(R &lt;= 22) = 0.967, P(R &lt;= 23) = 0.981.</summary>
    [Fact]
    public void ExactRatio_FifteenExpected_LiesBetweenTheCounts()
    {
        var limits = FunnelLimits.ExactRatio(15);

        Assert.InRange(limits.Low95 * 15, 7, 8);
        Assert.InRange(limits.High95 * 15, 22, 23);
        Assert.True(limits.Low998 < limits.Low95 && limits.High95 < limits.High998);
    }

    private static Arbitrary<(long, long, int)> Sizes => Arb.From(
        from magnitude in Gen.Elements(10, 300, 100_000)
        from size in Gen.Choose(1, magnitude)
        from more in Gen.Choose(0, magnitude)
        from percent in Gen.Choose(0, 1000)
        select ((long)size, (long)more, percent));

    private static int Sharpness(FunnelVerdict verdict) => verdict switch
    {
        FunnelVerdict.FarBelow or FunnelVerdict.FarAbove => 2,
        FunnelVerdict.Below or FunnelVerdict.Above => 1,
        _ => 0,
    };

    private static NamedRate Unit(string name, long hits, long count) => new(name, Rate.Of(hits, count, "cases"));
}
