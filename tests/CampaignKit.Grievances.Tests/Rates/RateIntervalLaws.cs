using System.Globalization;
namespace CampaignKit.Grievances.Tests;

public sealed class RateIntervalLaws
{
    private const double Rounding = 1e-13;

    [Theory]
    [InlineData("0.002", 1)]
    [InlineData("0.003", 1)]
    [InlineData("0.003", 7)]
    public void Interval_OfHardlyAHit_NestsWhereItsLowerLimitIsTooSmallForADouble(string hits, long count)
    {
        var rate = Rate.Of(decimal.Parse(hits, CultureInfo.InvariantCulture), count, "cases");
        foreach (var method in (IntervalMethod[])[IntervalMethod.ClopperPearson, IntervalMethod.MidP])
        {
            Assert.Equal(0, rate.Interval(method, 0.9).Low);
            Assert.Equal(0, rate.Interval(method, 0.99).Low);
        }
    }

    [Property(Arbitrary = [typeof(Counts)], MaxTest = 300)]
    public void Interval_AnyMethod_HoldsTheRateWithinZeroAndOne(Counts counts)
    {
        // Without the rule at the edges, Jeffreys's interval misses a rate of 0 or 1, as its documentation says.
        foreach (var method in IntervalMethod.All.Except([IntervalMethod.JeffreysEqualTail]))
        {
            var value = counts.Rate.Value!.Value;
            var interval = counts.Rate.Interval(method);

            Assert.InRange(interval.Low, 0, value + 1e-15);
            Assert.InRange(interval.High, value - 1e-15, 1);
            Assert.True(interval.Low < interval.High || (method == IntervalMethod.Wald && value is 0 or 1));
        }
    }

    [Theory]
    [InlineData(1, 100_000_000_000_000_000)]
    [InlineData(0, long.MaxValue)]
    [InlineData(1, long.MaxValue)]
    [InlineData(2, long.MaxValue)]
    [InlineData(1_000, long.MaxValue)]
    [InlineData(2_000_000_000, long.MaxValue)]
    [InlineData(long.MaxValue / 2, long.MaxValue)]
    [InlineData(long.MaxValue - 1_000, long.MaxValue)]
    [InlineData(long.MaxValue - 1, long.MaxValue)]
    [InlineData(long.MaxValue, long.MaxValue)]
    [InlineData(1, 1_000_000_000_000_000)]
    [InlineData(1, 1)]
    [InlineData(0, 1)]
    public void Interval_OfExtremes_HoldsTheRate(long hits, long count)
    {
        var rate = Rate.Of(hits, count, "cases");
        foreach (var method in IntervalMethod.All.Where(m => m != IntervalMethod.JeffreysEqualTail || (hits > 0 && hits < count)))
        {
            foreach (var level in new[] { 0.5, 0.95, 0.999999999999, Math.BitDecrement(1.0) })
            {
                var interval = rate.Interval(method, level);

                Assert.True(interval.Low <= rate.Value && rate.Value <= interval.High, $"{method.Id} {level}: {interval.Low:r} to {interval.High:r}");
                Assert.True(hits > 0 || interval.High < 1 || count == 1, method.Id);
            }
        }
    }

    /// <summary>Of so many, the hits are Poisson's, whose exact limits are known: for one hit at 95 % 0.025317808 and 5.571643391 (Garwood, 1936).</summary>
    [Fact]
    public void Interval_OneHitOfTheMost_HasPoissonsLimits()
    {
        var interval = Rate.Of(1, long.MaxValue, "cases").Interval(IntervalMethod.ClopperPearson);

        Assert.Equal(0.025317808, interval.Low * long.MaxValue, 1e-9);
        Assert.Equal(5.571643391, interval.High * long.MaxValue, 1e-9);
    }

    [Fact]
    public void Interval_EqualTailedJeffreysWithoutHits_LeavesOutZero() =>
        Assert.True(Rate.Of(0, 20, "cases").Interval(IntervalMethod.JeffreysEqualTail).Low > 0);

    [Property(Arbitrary = [typeof(Counts)], MaxTest = 300)]
    public void Interval_HigherLevel_HoldsTheLowerOne(Counts counts)
    {
        // Agresti and Coull's also moves its centre, so that its intervals do not nest.
        foreach (var method in IntervalMethod.All.Except([IntervalMethod.AgrestiCoull]))
        {
            var narrow = counts.Rate.Interval(method, 0.9);
            var wide = counts.Rate.Interval(method, 0.99);

            Assert.True(wide.Low < narrow.Low || narrow.Low == 0 || method == IntervalMethod.Wald, method.Id);
            Assert.True(wide.High > narrow.High || narrow.High == 1 || method == IntervalMethod.Wald, method.Id);
            Assert.True(wide.Low <= narrow.Low && wide.High >= narrow.High, method.Id);
        }
    }

    [Property(Arbitrary = [typeof(Counts)], MaxTest = 300)]
    public void Interval_OneHitMore_LiesHigher(Counts counts)
    {
        if (counts.Hits + 1 > counts.Base)
            return;

        // Wald's collapses at 0 and 1, and so turns back near them.
        foreach (var method in IntervalMethod.All.Except([IntervalMethod.Wald]))
        {
            var less = counts.Rate.Interval(method);
            var more = Rate.Of(counts.Hits + 1, counts.Base, "cases").Interval(method);

            Assert.True(more.Low >= less.Low - Rounding && more.High >= less.High - Rounding, method.Id);
        }
    }

    [Property(Arbitrary = [typeof(Counts)], MaxTest = 300)]
    public void Interval_HitsAndMisses_Mirror(Counts counts)
    {
        foreach (var method in IntervalMethod.All)
        {
            var (hits, misses) = (counts.Rate.Interval(method), counts.Misses.Interval(method));

            Assert.Equal(hits.UnclippedLow, 1 - misses.UnclippedHigh, Rounding);
            Assert.Equal(hits.UnclippedHigh, 1 - misses.UnclippedLow, Rounding);
        }
    }

    [Property(Arbitrary = [typeof(Counts)], MaxTest = 300)]
    public void Interval_OneSided_IsTheTwoSidedOfTwiceTheError(Counts counts)
    {
        foreach (var method in IntervalMethod.All)
        {
            var both = counts.Rate.Interval(method, 0.9);

            Assert.Equal(both.Low, counts.Rate.Interval(method, 0.95, IntervalSide.LowerBound).Low, Rounding);
            Assert.Equal(both.High, counts.Rate.Interval(method, 0.95, IntervalSide.UpperBound).High, Rounding);
        }
    }

    [Property(Arbitrary = [typeof(Counts)], MaxTest = 300)]
    public void Interval_ClopperPearson_HoldsMidPAndContinuityHoldsWilson(Counts counts)
    {
        foreach (var (outer, inner) in new[] { (IntervalMethod.ClopperPearson, IntervalMethod.MidP), (IntervalMethod.WilsonContinuity, IntervalMethod.Wilson) })
        {
            var (wide, narrow) = (counts.Rate.Interval(outer), counts.Rate.Interval(inner));

            Assert.True(wide.Low <= narrow.Low + Rounding && wide.High >= narrow.High - Rounding, inner.Id);
        }
    }

    [Property(Arbitrary = [typeof(Counts)], MaxTest = 300)]
    public void Interval_WilsonLimits_SolveTheScoreEquation(Counts counts)
    {
        const double z = 1.9599639845400543;
        var interval = counts.Rate.Interval();
        foreach (var p in new[] { interval.Low, interval.High })
        {
            var deviation = Math.Pow((double)counts.Hits - (counts.Base * p), 2);
            Assert.Equal(z * z * counts.Base * p * (1 - p), deviation, 1e-6 * Math.Max(1, deviation));
        }
    }

    [Property(Arbitrary = [typeof(Counts)], MaxTest = 300)]
    public void Interval_WilsonAtTheEdges_HasTheClosedForm(Counts counts)
    {
        const double square = 1.9599639845400543 * 1.9599639845400543;
        var none = Rate.Of(0, counts.Base, "cases").Interval();
        var all = Rate.Of(counts.Base, counts.Base, "cases").Interval();

        Assert.Equal((0.0, 1.0), (none.Low, all.High));
        Assert.Equal(square / (counts.Base + square), none.High, 1e-14);
        Assert.Equal(counts.Base / (counts.Base + square), all.Low, 1e-14);
    }

    /// <summary>The binomial tail that defines the limit, summed term by term.</summary>
    [Theory]
    [InlineData(3, 10)]
    [InlineData(1, 40)]
    [InlineData(59, 60)]
    public void Interval_ExactMethods_SolveTheBinomialTail(int hits, int count)
    {
        var (exact, midP) = (Rate.Of(hits, count, "cases").Interval(IntervalMethod.ClopperPearson), Rate.Of(hits, count, "cases").Interval(IntervalMethod.MidP));

        Assert.Equal(0.025, Enumerable.Range(hits, count - hits + 1).Sum(k => Binomial(k, exact.Low)), 1e-12);
        Assert.Equal(0.025, Enumerable.Range(0, hits + 1).Sum(k => Binomial(k, exact.High)), 1e-12);
        Assert.Equal(0.025, Enumerable.Range(hits + 1, count - hits).Sum(k => Binomial(k, midP.Low)) + (Binomial(hits, midP.Low) / 2), 1e-12);

        double Binomial(int k, double p) => Enumerable.Range(1, k).Aggregate(1.0, (choose, i) => choose * (count - k + i) / i) * Math.Pow(p, k) * Math.Pow(1 - p, count - k);
    }
}
