using System.Text.Json;

namespace CampaignKit.Grievances.Tests;

public sealed class FunnelVectorTests
{
    private const string File = "funnel.json";

    public static TheoryData<string> LimitIds => Vector.Ids(File, c => TypeOf(c) != "overdispersed-PR");

    [Fact]
    public void Cases_OfTheFile_AreOfKnownTypes() =>
        Assert.Equal(
            ["arcsine-PR 19", "binomial-exact-interpolated-PR 19", "overdispersed-PR 1", "poisson-exact-SR 3"],
            Vector.Cases(File).CountBy(TypeOf).Select(t => $"{t.Key} {t.Value}").Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(LimitIds))]
    public void Limits_ReferenceCase_AreWithinTheStatedTolerance(string id)
    {
        var expected = Assert.Single(Vector.Of(File, id));
        var target = expected.GetProperty("target").GetDouble();
        var limits = TypeOf(expected) switch
        {
            "arcsine-PR" => FunnelLimits.Arcsine(expected.GetProperty("n").GetInt64(), target, expected.GetProperty("tau2").GetDouble()),
            "binomial-exact-interpolated-PR" => FunnelLimits.Exact(expected.GetProperty("n").GetInt64(), target),
            "poisson-exact-SR" => FunnelLimits.ChiSquare(expected.GetProperty("expected").GetDouble(), target),
            var other => throw new InvalidDataException(other),
        };
        var tolerance = expected.GetProperty("tol").GetDouble();

        Assert.Equal(expected.GetProperty("ll998").GetDouble(), limits.Low998, tolerance);
        Assert.Equal(expected.GetProperty("ll95").GetDouble(), limits.Low95, tolerance);
        Assert.Equal(expected.GetProperty("ul95").GetDouble(), limits.High95, tolerance);
        Assert.Equal(expected.GetProperty("ul998").GetDouble(), limits.High998, tolerance);
    }

    [Fact]
    public void Quantile_ReferenceCases_IsTheCount()
    {
        foreach (var expected in Vector.Cases(File).Where(c => TypeOf(c) == "binomial-exact-interpolated-PR"))
        {
            var hits = new BinomialDistribution(expected.GetProperty("n").GetInt64(), expected.GetProperty("target").GetDouble());

            Assert.Equal(expected.GetProperty("r_ll998").GetInt64(), hits.Quantile(0.001));
            Assert.Equal(expected.GetProperty("r_ll95").GetInt64(), hits.Quantile(0.025));
            Assert.Equal(expected.GetProperty("r_ul95").GetInt64(), hits.Quantile(0.975));
            Assert.Equal(expected.GetProperty("r_ul998").GetInt64(), hits.Quantile(0.999));
        }
    }

    [Fact]
    public void Plot_PoliceDistricts_HasTheDispersionLimitsAndOutliers()
    {
        var expected = Assert.Single(Vector.Of(File, "OD-chicago-police_district"));
        var tolerance = expected.GetProperty("tol").GetDouble();
        var groups = expected.GetProperty("groups").EnumerateArray().ToList();
        NamedRate[] districts = [.. groups.Select(g => new NamedRate(
            g.GetProperty("group").GetString()!, Rate.Of(g.GetProperty("num").GetInt64(), g.GetProperty("den").GetInt64(), "cases")))];
        var plain = FunnelPlot.Of(districts, new FunnelOptions { Method = FunnelMethod.Arcsine });
        var widened = FunnelPlot.Of(districts, new FunnelOptions { Trim = expected.GetProperty("trim").GetDouble() });

        Assert.Equal(expected.GetProperty("target").GetDouble(), widened.Target!.Value, tolerance);
        Assert.Equal(expected.GetProperty("phi_winsorised").GetDouble(), widened.Dispersion.Phi, tolerance);
        Assert.Equal(expected.GetProperty("tau2").GetDouble(), widened.Dispersion.TauSquared, tolerance);
        for (var i = 0; i < groups.Count; i++)
        {
            var (one, wide) = (plain.Points[i], widened.Points[i]);
            Assert.Equal(groups[i].GetProperty("rate").GetDouble(), one.Rate.Value!.Value, tolerance);
            Assert.Equal(groups[i].GetProperty("z").GetDouble(), one.Score!.Value, tolerance);
            Assert.Equal(groups[i].GetProperty("ll998").GetDouble(), one.Limits!.Value.Low998, tolerance);
            Assert.Equal(groups[i].GetProperty("ul998").GetDouble(), one.Limits!.Value.High998, tolerance);
            Assert.Equal(groups[i].GetProperty("od_ll998").GetDouble(), wide.Limits!.Value.Low998, tolerance);
            Assert.Equal(groups[i].GetProperty("od_ul998").GetDouble(), wide.Limits!.Value.High998, tolerance);
            Assert.Equal(groups[i].GetProperty("outlier_unadjusted").GetBoolean(), one.Verdict is FunnelVerdict.FarBelow or FunnelVerdict.FarAbove);
            Assert.Equal(groups[i].GetProperty("outlier_od").GetBoolean(), wide.Verdict is FunnelVerdict.FarBelow or FunnelVerdict.FarAbove);
        }
    }

    [Fact]
    public void Plot_FiftyWards_FlagsFortyFiveByChanceAloneAndNoneWithTauSquared()
    {
        var wards = Counted.Chicago("wards-within-7-days").GetProperty("wards").EnumerateArray()
            .Select(w => new NamedRate(w[0].GetString()!, Rate.Of(w[1].GetInt64(), w[2].GetInt64(), "cases")));

        AssertFlags(wards);
    }

    [RealDataFact(ChicagoCase.File)]
    public void Plot_TheRealFile_FlagsFortyFiveByChanceAloneAndNoneWithTauSquared()
    {
        var wards = ChicagoCase.Read()
            .Where(c => !c.IsDuplicate && c.Ward is not ("" or "0") && c.Opened.Year is >= 2011 and <= 2014)
            .GroupBy(c => c.Ward)
            .Select(g => new NamedRate(g.Key, Rate.Of(g.Count(c => c.Days <= 7), g.Count(), "cases")));

        AssertFlags(wards);
    }

    private static void AssertFlags(IEnumerable<NamedRate> wards)
    {
        NamedRate[] all = [.. wards];

        Assert.Equal(50, all.Length);
        Assert.Equal(45, Flagged(FunnelMethod.Arcsine));
        Assert.Equal(45, Flagged(FunnelMethod.Exact));
        Assert.Equal(0, Flagged(FunnelMethod.AdditiveOverdispersion));

        int Flagged(FunnelMethod method) => FunnelPlot.Of(all, new FunnelOptions { Method = method }).Points
            .Count(p => p.Verdict is FunnelVerdict.FarBelow or FunnelVerdict.FarAbove);
    }

    private static string TypeOf(JsonElement expected) => expected.GetProperty("type").GetString()!;
}
