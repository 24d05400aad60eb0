namespace CampaignKit.Grievances.Tests;

public sealed class ResolutionCurveTests
{
    /// <summary>
    /// Weeks in remission under 6-mercaptopurine. E. J. Freireich et al., Blood 21 (1963), 699-716; estimates and standard errors as printed in
    /// J. P. Klein and M. L. Moeschberger, Survival Analysis (2003), table 4.1B.
    /// </summary>
    [Fact]
    public void Steps_Freireich_AreThoseOfTheBook()
    {
        var curve = ResolutionCurve.Of(Freireich);

        Assert.Equal(
            [(6, 21, 3, "0.857", "0.0764"), (7, 17, 1, "0.807", "0.0869"), (10, 15, 1, "0.753", "0.0963"), (13, 12, 1, "0.690", "0.1068"),
                (16, 11, 1, "0.627", "0.1141"), (22, 7, 1, "0.538", "0.1282"), (23, 6, 1, "0.448", "0.1346")],
            curve.Steps.Select(s => (s.Time, s.AtRisk, s.Closed, $"{s.StillOpen:0.000}", $"{s.StandardError:0.0000}")));
        Assert.Equal((9, 12, 35), (curve.Closed, curve.Open, curve.Longest));
        Assert.Equal(new TimeReached(23), curve.Quantile(0.5));
        Assert.Equal("not reached (44.82 % open after 35)", curve.Quantile(0.6).ToString());
        Assert.Null(curve.StillOpenAfter(36));
        Assert.Equal(1, curve.StillOpenAfter(5));
    }

    [Fact]
    public void Band_Freireich_IsOnTheLogLogScale()
    {
        var first = ResolutionCurve.Of(Freireich).Steps[0];

        // The band that R's survfit prints with conf.type = "log-log".
        Assert.Equal((0.620, 0.952), (Math.Round(first.Band().Low, 3), Math.Round(first.Band().High, 3)));
        Assert.Throws<ArgumentOutOfRangeException>(() => first.Band(1));
    }

    [Fact]
    public void Quantile_NoCases_IsNoData()
    {
        var nothing = ResolutionCurve.Of([]);

        Assert.Equal("no data", nothing.Quantile(0.5).ToString());
        Assert.IsType<NoTimes>(NearestRank.Of(0.5, Array.Empty<long>()));
        Assert.Null(nothing.StillOpenAfter(0));
        Assert.Null(nothing.Longest);
        Assert.Empty(nothing.Steps);
    }

    [Fact]
    public void Quantile_AllOpen_IsNotReached()
    {
        var curve = ResolutionCurve.Of([CaseTime.Open(3), CaseTime.Open(9)]);

        Assert.Equal("not reached (100.00 % open after 9)", curve.Quantile(0).ToString());
        Assert.Equal(1, curve.StillOpenAfter(9));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Quantile_ShareOutOfRange_IsRefused(double share)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ResolutionCurve.Of([]).Quantile(share));
        Assert.Throws<ArgumentOutOfRangeException>(() => NearestRank.Of(share, [1L]));
        Assert.Throws<ArgumentOutOfRangeException>(() => NearestRank.Of(share, 1));
    }

    [Fact]
    public void CaseTime_Negative_IsRefused() => Assert.Throws<ArgumentException>(() => CaseTime.Open(-1));

    [Theory]
    [InlineData(0.07, 100, 7)]
    [InlineData(0.9, 10, 9)]
    [InlineData(0.9, 11, 10)]
    [InlineData(0, 5, 1)]
    [InlineData(1, 5, 5)]
    [InlineData(0.5, 1, 1)]
    public void NearestRank_ShareTimesCount_RoundsUp(double share, long count, long rank) => Assert.Equal(rank, NearestRank.Of(share, count));

    [Property(Arbitrary = [typeof(CaseTimes)])]
    public void Curve_WithoutOpenCases_IsTheEmpiricalShare(CaseTimes times, byte percent)
    {
        long[] closed = [.. times.Cases.Select(c => c.Elapsed)];
        var share = percent % 101 / 100.0;
        var curve = ResolutionCurve.Of(closed.Select(CaseTime.Closed));

        Assert.All(curve.Steps, s => Assert.Equal((double)closed.Count(t => t > s.Time) / closed.Length, s.StillOpen));
        Assert.Equal(NearestRank.Of(share, closed), curve.Quantile(share));
    }

    [Property(Arbitrary = [typeof(CaseTimes)])]
    public void Curve_AnyCases_FallsWithinItsBand(CaseTimes times)
    {
        var curve = ResolutionCurve.Of(times.Cases);
        var last = 1.0;
        foreach (var step in curve.Steps)
        {
            var (low, high) = step.Band();
            Assert.InRange(step.StillOpen, 0, Math.BitDecrement(last));
            Assert.InRange(step.StillOpen, low, high);
            Assert.InRange(low, 0, 1);
            Assert.InRange(high, 0, 1);
            last = step.StillOpen;
        }
    }

    [Property(Arbitrary = [typeof(CaseTimes)])]
    public void Curve_AnyCases_IsTheProductOfItsSteps(CaseTimes times)
    {
        var product = 1.0;
        foreach (var step in ResolutionCurve.Of(times.Cases).Steps)
        {
            Assert.Equal(times.Cases.Count(c => c.Elapsed >= step.Time), step.AtRisk);
            product *= 1 - ((double)step.Closed / step.AtRisk);
            Assert.Equal(product, step.StillOpen, 1e-12);
            Assert.Equal(step.StillOpen, ResolutionCurve.Of(times.Cases).StillOpenAfter(step.Time));
        }
    }

    [Property(Arbitrary = [typeof(CaseTimes)])]
    public void Curve_OneMoreOpenCaseAtTheEnd_KeepsTheTimesOfItsSteps(CaseTimes times)
    {
        var before = ResolutionCurve.Of(times.Cases);
        var after = ResolutionCurve.Of(times.Cases.Append(CaseTime.Open(before.Longest ?? 0)));

        Assert.Equal(before.Steps.Select(s => (s.Time, s.AtRisk + 1, s.Closed)), after.Steps.Select(s => (s.Time, s.AtRisk, s.Closed)));
        Assert.All(before.Steps.Zip(after.Steps), s => Assert.True(s.First.StillOpen <= s.Second.StillOpen));
    }

    [Property(Arbitrary = [typeof(CaseTimes)])]
    public void Curve_ClosedAfterTheEnd_KeepsTheCurveOfAnOpenCase(CaseTimes times)
    {
        var end = 1 + (ResolutionCurve.Of(times.Cases).Longest ?? 0);
        var open = ResolutionCurve.Of(times.Cases.Append(CaseTime.Open(end)));
        var closed = ResolutionCurve.Of(times.Cases.Append(CaseTime.Closed(end)));

        Assert.Equal(open.Steps, closed.Steps.SkipLast(1));
        Assert.Equal(0, closed.Steps[^1].StillOpen);
    }

    [Property(Arbitrary = [typeof(CaseTimes)])]
    public void Merge_PartsInAnyOrder_IsOnePass(CaseTimes times, byte cut)
    {
        var at = times.Cases.Length == 0 ? 0 : cut % times.Cases.Length;
        var (one, other) = (ResolutionCurve.Of(times.Cases[..at]), ResolutionCurve.Of(times.Cases[at..]));
        var whole = ResolutionCurve.Of(times.Cases);

        Assert.Equal(whole.Steps, ResolutionCurve.Merge(one, other).Steps);
        Assert.Equal(whole.Steps, ResolutionCurve.Merge(other, one).Steps);
        Assert.Equal(whole.Open, ResolutionCurve.Merge(one, other).Open);
    }

    private static IEnumerable<CaseTime> Freireich { get; } =
    [
        .. new long[] { 6, 6, 6, 7, 10, 13, 16, 22, 23 }.Select(CaseTime.Closed),
        .. new long[] { 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35 }.Select(CaseTime.Open),
    ];
}
