using System.Text.Json;

namespace CampaignKit.Grievances.Tests;

public sealed class ControlChartTests
{
    private const string File = "control_charts.json";
    private const string SatisfactionFile = "moj_opg_satisfaction_monthly.json.gz";

    public static TheoryData<string> Ids => Vector.Ids(File, IsMonthly);

    [Fact]
    public void Ids_OfTheFile_AreAll() => Assert.Equal((3, 4), (Ids.Count, Vector.Cases(File).Count()));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Charts_ReferenceCase_HaveTheLimitsAndThePointsOut(string id)
    {
        var expected = Assert.Single(Vector.Of(File, id));
        var tolerance = expected.GetProperty("tol").GetDouble();
        var months = MonthsOf(expected);
        var (p, laney) = (ControlChart.P(months), ControlChart.Laney(months));

        Assert.Equal(expected.GetProperty("pbar").GetDouble(), p.Centre!.Value, tolerance);
        Assert.Equal(expected.GetProperty("sigma_z").GetDouble(), laney.SigmaZ, tolerance);
        var points = expected.GetProperty("points").EnumerateArray().ToList();
        Assert.Equal(points.Count, p.Points.Count);
        for (var i = 0; i < points.Count; i++)
        {
            Assert.Equal(points[i].GetProperty("p").GetDouble(), p.Points[i].Rate.Value!.Value, tolerance);
            Assert.Equal(points[i].GetProperty("z").GetDouble(), p.Points[i].Score!.Value, tolerance);
            Assert.Equal(points[i].GetProperty("p_lcl").GetDouble(), p.Points[i].Low, tolerance);
            Assert.Equal(points[i].GetProperty("p_ucl").GetDouble(), p.Points[i].High, tolerance);
            Assert.Equal(points[i].GetProperty("laney_lcl").GetDouble(), laney.Points[i].Low, tolerance);
            Assert.Equal(points[i].GetProperty("laney_ucl").GetDouble(), laney.Points[i].High, tolerance);
            Assert.Equal(points[i].GetProperty("p_out").GetBoolean(), p.Points[i].IsOut);
            Assert.Equal(points[i].GetProperty("laney_out").GetBoolean(), laney.Points[i].IsOut);
        }
    }

    [Fact]
    public void ToString_Chart_SaysWhichOfWhatAndWhatItSignals()
    {
        var chart = ControlChart.P([Period("1", 90), Period("2", 92), Period("3", 20), Period("4", 91)]);

        Assert.Equal($"p-chart of 4 periods, centre 73.25 %, signals: {string.Join("; ", chart.Signals)}", chart.ToString());
        Assert.NotEmpty(chart.Signals);
        Assert.Equal("Laney's p' chart of 1 period, centre without data, signals: none", ControlChart.Laney([new NamedRate("1", Rate.NoData("cases"))]).ToString());
    }

    [Fact]
    public void P_GivenCentre_IsUsed()
    {
        var expected = Assert.Single(Vector.Of(File, "shewhartr-claims_p-day2"));
        var centre = expected.GetProperty("center").GetDouble();
        var day = new NamedRate("day 2", Rate.Of(expected.GetProperty("x").GetInt64(), expected.GetProperty("n").GetInt64(), "claims"));
        var chart = ControlChart.P([day], centre);
        var point = Assert.Single(chart.Points);

        Assert.Equal(expected.GetProperty("p").GetDouble(), point.Rate.Value!.Value, expected.GetProperty("tol").GetDouble());
        Assert.Equal(centre, chart.Centre);
        Assert.Equal((0, 0.1204), (point.Low, Math.Round(point.High, 4)));
        Assert.False(point.IsOut);
    }

    [Fact]
    public void Signals_MonthlySatisfaction_AreSixtyOfSixtyFourAndThirtySixByLaney() =>
        AssertSignals(MonthsOf(Assert.Single(Vector.Of(File, "moj-use_a_lasting_power_of_attorney_service"))));

    [RealDataFact(SatisfactionFile)]
    public void Signals_TheRealFile_AreSixtyOfSixtyFourAndThirtySixByLaney()
    {
        using var document = JsonDocument.Parse(RealData.Open(SatisfactionFile));
        var months = document.RootElement.GetProperty("use_a_lasting_power_of_attorney_service").EnumerateArray()
            .Where(c => c.GetProperty("dataType").GetString() != "user-satisfaction-percent")
            .GroupBy(c => c.GetProperty("_timestamp").GetString()![..7])
            .Select(g => new NamedRate(g.Key, Rate.Of(
                g.Where(c => c.GetProperty("dataType").GetString() is "satisfied" or "very-satisfied").Sum(c => c.GetProperty("count").GetInt64()),
                g.Sum(c => c.GetProperty("count").GetInt64()),
                "ratings")));

        AssertSignals([.. months]);
    }

    [Fact]
    public void Signals_PointOut_SaysWhy()
    {
        var chart = ControlChart.P([Period("1", 90), Period("2", 92), Period("3", 20), Period("4", 91)]);
        var signal = Assert.Single(chart.Signals, s => s.Point.Name == "3");

        Assert.Equal(ChartRule.BeyondLimits, signal.Rule);
        Assert.Equal("3: 20.00 % is below the lower limit of 59.97 %", signal.ToString());
    }

    [Fact]
    public void Signals_NineOnOneSide_AreARun()
    {
        var chart = ControlChart.P([.. Enumerable.Range(1, 9).Select(i => Period($"a{i}", 52)), .. Enumerable.Range(1, 8).Select(i => Period($"b{i}", 48))]);

        Assert.Equal("a9: 9 in a row above the centre of 50.12 %", Assert.Single(chart.Signals).ToString());
        Assert.Equal(ChartRule.RunOnOneSide, chart.Signals[0].Rule);
    }

    [Theory]
    [InlineData(5, 4, 0)]
    [InlineData(8, 8, 0)]
    [InlineData(9, 8, 1)]
    [InlineData(9, 9, 2)]
    public void Signals_PeriodWithoutDataBetween_EndsTheRun(int before, int after, int runs)
    {
        var chart = ControlChart.P(
            [
                .. Enumerable.Range(1, before).Select(i => Period($"a{i}", 52)),
                new NamedRate("gap", Rate.NoData("cases")),
                .. Enumerable.Range(1, after).Select(i => Period($"b{i}", 52)),
            ],
            centre: 0.5);

        Assert.Equal(runs, chart.Signals.Count(s => s.Rule is ChartRule.RunOnOneSide));
        Assert.All(chart.Signals, s => Assert.StartsWith($"{s.Point.Name}: 9 in a row above", s.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void Points_WithoutData_HaveNoSignal()
    {
        var chart = ControlChart.Laney([Period("1", 50), new NamedRate("2", Rate.NoData("cases")), Period("3", 60)]);

        Assert.Equal((0, 1, null, false), (chart.Points[1].Low, chart.Points[1].High, chart.Points[1].Score, chart.Points[1].IsOut));
        Assert.Equal(ControlChart.Laney([Period("1", 50), Period("3", 60)]).SigmaZ, chart.SigmaZ);
        Assert.Null(ControlChart.P([new NamedRate("2", Rate.NoData("cases"))]).Centre);
    }

    [Fact]
    public void Points_AllHits_AreInside() => Assert.Empty(ControlChart.P([Period("1", 100), Period("2", 100)]).Signals);

    [Fact]
    public void P_BadInput_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => ControlChart.P([]));
        Assert.Throws<ArgumentException>(() => ControlChart.P([Period("1", 1), Period("1", 2)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ControlChart.Laney([Period("1", 1)], 1.5));
    }

    [Property(Arbitrary = [typeof(UnitRates)], MaxTest = 300)]
    public void Laney_AnyPeriods_IsThePChartWidenedBySigmaZ(UnitRates rates)
    {
        var (p, laney) = (ControlChart.P(rates.Units), ControlChart.Laney(rates.Units));

        Assert.Equal(p.SigmaZ, laney.SigmaZ);
        foreach (var (plain, wide) in p.Points.Zip(laney.Points).Where(both => both.First.Rate.HasData))
        {
            var centre = p.Centre!.Value;
            var reach = ControlChart.Width * Math.Sqrt(centre * (1 - centre) / plain.Rate.Base);
            Assert.Equal(Math.Max(0, centre - reach), plain.Low, 1e-15);
            Assert.Equal(Math.Max(0, centre - (reach * laney.SigmaZ)), wide.Low, 1e-15);
            Assert.Equal(Math.Min(1, centre + (reach * laney.SigmaZ)), wide.High, 1e-15);
            if (laney.SigmaZ == 1)
                Assert.Equal((plain.Low, plain.High), (wide.Low, wide.High));
        }
    }

    [Property(Arbitrary = [typeof(UnitRates)], MaxTest = 300)]
    public void Signals_BeyondLimits_AreThePointsOut(UnitRates rates)
    {
        var chart = ControlChart.P(rates.Units);

        Assert.Equal(chart.Points.Where(p => p.IsOut), chart.Signals.Where(s => s.Rule == ChartRule.BeyondLimits).Select(s => s.Point));
    }

    private static void AssertSignals(IReadOnlyList<NamedRate> months)
    {
        Assert.Equal(64, months.Count);
        Assert.Equal(60, ControlChart.P(months).Points.Count(p => p.IsOut));
        Assert.Equal(36, ControlChart.Laney(months).Points.Count(p => p.IsOut));
    }

    private static bool IsMonthly(JsonElement expected) => expected.GetProperty("type").GetString() == "p-and-laney-p-prime";

    private static IReadOnlyList<NamedRate> MonthsOf(JsonElement expected) =>
    [
        .. expected.GetProperty("months").EnumerateArray().Zip(expected.GetProperty("points").EnumerateArray(), (month, point) =>
            new NamedRate(month.GetString()!, Rate.Of(point.GetProperty("x").GetInt64(), point.GetProperty("n").GetInt64(), "ratings"))),
    ];

    private static NamedRate Period(string name, long percent) => new(name, Rate.Of(percent, 100, "cases"));
}
