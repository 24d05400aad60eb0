namespace CampaignKit.Grievances.Tests;

public sealed class ReadmeComparisonTests
{
    [Fact]
    public void TimesExample_OfTheReadme_GivesWhatItSays()
    {
        var (monday, tuesday) = (new DurationSketch(), new DurationSketch());
        monday.Add(30, 8);
        tuesday.Add(120, 2);

        ResolutionCurve days = ResolutionCurve.Of([CaseTime.Closed(2), CaseTime.Closed(3), CaseTime.Open(3), CaseTime.Closed(5), CaseTime.Open(9)]);
        DurationSketch minutes = DurationSketch.Merge(monday, tuesday);

        Assert.Equal("5", days.Quantile(0.5).ToString());
        Assert.Equal("not reached (30.00 % open after 9)", days.Quantile(0.9).ToString());
        Assert.Equal("120.3146 (±1 %)", minutes.Quantile(0.9).ToString());
    }

    [Fact]
    public void ComparisonExample_OfTheReadme_GivesWhatItSays()
    {
        NamedRate[] units = [new("north", Rate.Of(1, 1, "cases")), new("east", Rate.Of(950, 1000, "cases")), new("south", Rate.Of(930, 1000, "cases")),
            new("west", Rate.Of(500, 1000, "cases"))];
        NamedRate[] months = [.. Enumerable.Range(1, 5).Select(m => new NamedRate($"2026-0{m}", Rate.Of(90 + (m % 2), 100, "cases"))), new("2026-06", Rate.Of(20, 100, "cases"))];

        Assert.Equal(
            ["north TooFew", "east Within", "south Within", "west FarBelow"],
            FunnelPlot.Of(units, new FunnelOptions { Method = FunnelMethod.Exact, Target = 0.94 }).Points.Select(p => $"{p.Name} {p.Verdict}"));
        Assert.Equal(["east 0.949", "south 0.929", "north 0.839", "west 0.501"], Shrinkage.Of(units).Units.Select(s => $"{s.Name} {s.Value:0.000}"));
        Assert.Equal(["east: rank 1 to 2", "south: rank 1 to 2", "west: rank 3"], RankComparison.Of(units).Units.Select(r => r.ToString().Split(',')[0]));
        Assert.Equal("2026-06: 20.00 % is below the lower limit of 38.94 %", Assert.Single(ControlChart.Laney(months).Signals).ToString());
    }
}
