using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CampaignKit.Calendars;
using NodaTime;

namespace CampaignKit.Grievances.Tests;

/// <summary>No limit line leaves a chart, or is cut where it would.</summary>
public sealed partial class ChartRangeTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 5, 0, 0);

    /// <summary>Units whose rates are much closer together than their limits: of like sizes, and from few cases to many.</summary>
    public static TheoryData<string, int[]> Charts => new()
    {
        { "", [12, 14, 20, 30] },
        { "-narrow", [12, 14, 20, 30] },
        { "", [10, 40, 600, 900] },
        { "-narrow", [10, 40, 600, 900] },
        { "", [16, 16] },
    };

    [Theory]
    [MemberData(nameof(Charts))]
    public void Funnel_LimitsOfEveryPoint_AreWithinTheDrawing(string suffix, int[] sizes)
    {
        var report = Of(sizes);
        var funnel = report.Funnel!;
        var chart = Chart(report, $"funnel{suffix}");

        var (_, bottom) = Frame(chart);
        var lines = Lines(chart, "outer");
        var (smallest, largest) = (funnel.Points.MinBy(p => p.Rate.Base)!, funnel.Points.MaxBy(p => p.Rate.Base)!);
        Assert.Equal(2, lines.Count);
        foreach (var (line, limit) in lines.Zip([(Func<FunnelLimits, double>)(l => l.Low998), l => l.High998]))
        {
            Assert.All(line, at => Assert.InRange(at.Y, ChartFrame.Top, bottom));
            Assert.Equal(HeightOf(chart, limit(largest.Limits!.Value)), line[^1].Y, 0.3);

            // Where it begins, it is no closer to the target than at the smallest.
            var (first, least) = (line[0].Y, HeightOf(chart, limit(smallest.Limits!.Value)));
            Assert.True(first > HeightOf(chart, funnel.Target!.Value) ? first >= least - 0.3 : first <= least + 0.3);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("-narrow")]
    public void Trend_LimitsOfEveryPeriod_AreWithinTheDrawing(string suffix)
    {
        // Each week, the ones after it a little better: limits far outside what the rates come to.
        int[] hits = [8, 7, 9, 8, 6, 8, 9, 7];
        CaseRecord[] cases = [.. hits.SelectMany((hit, week) => Enumerable.Range(0, 16).Select(i => CaseOf("a", week, i < hit)))];
        var report = GrievanceReport.Of(CaseTable.From(cases, new CampaignCalendar(DateTimeZone.Utc)));
        var chart = Chart(report, $"trend-chart{suffix}");

        var lines = Lines(chart, "outer");
        Assert.Equal(8, report.Trend!.Points.Count);
        Assert.Equal(2, lines.Count);
        foreach (var (point, place) in report.Trend.Points.Select((point, place) => (point, place)))
        {
            Assert.Equal(HeightOf(chart, point.Low), lines[0][2 * place].Y, 0.3);
            Assert.Equal(HeightOf(chart, point.High), lines[1][2 * place].Y, 0.3);
        }
    }

    [Fact]
    public void Trend_WeekWithoutCases_HasNoLineAcross()
    {
        CaseRecord[] cases = [.. new[] { 0, 1, 3, 4, 5 }.SelectMany(week => Enumerable.Range(0, 16).Select(i => CaseOf("a", week, i < 8 + week)))];
        var chart = Chart(GrievanceReport.Of(CaseTable.From(cases, new CampaignCalendar(DateTimeZone.Utc))), "trend-chart");

        Assert.Equal([2, 3], Lines(chart, "link").Select(l => l.Count));
        Assert.Equal(4, Lines(chart, "outer").Count);
    }

    [Theory]
    [InlineData("", "供暖供暖供暖供暖供暖供暖供暖供暖供暖供暖供暖供暖供暖供暖供暖供暖供暖供暖供暖")]
    [InlineData("-narrow", "供暖供暖供暖供暖供暖供暖供暖供暖供暖供暖供暖供暖供暖供暖供暖供暖供暖供暖供暖")]
    [InlineData("-narrow", "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW")]
    [InlineData("-narrow", " ")]
    public void Curves_LongNames_AreCutToTheDrawing(string suffix, string name)
    {
        CaseRecord[] cases = [.. Enumerable.Range(0, 30).Select(i => CaseOf(i % 2 == 0 ? name : "other", i / 10, i % 3 == 0))];
        var chart = Chart(GrievanceReport.Of(CaseTable.From(cases, new CampaignCalendar(DateTimeZone.Utc))), $"curves{suffix}");
        var frame = suffix.Length == 0 ? ChartFrame.Wide : ChartFrame.Narrow;

        Assert.Contains(chart.Elements("text"), t => t.Value == "other");
        Assert.All(
            chart.Elements("text").Where(t => t.Attribute("text-anchor")!.Value == "start"),
            t => Assert.InRange(Parse(t.Attribute("x")!.Value) + ChartLabel.WidthOf(t.Value), 0, frame.Width));
    }

    [Theory]
    [InlineData("a b", 100, "a b")]
    [InlineData("one two three", 60, "one two|three")]
    [InlineData("one two three four five six", 60, "one two|three f…")]
    [InlineData("Donaudampfschifffahrt", 60, "Donauda…")]
    [InlineData("", 60, "")]
    public void Lines_OfALongTitle_AreWrappedThenCut(string text, double width, string lines)
    {
        Assert.Equal(lines, string.Join('|', ChartLabel.Lines(text, width, 2)));
        Assert.All(ChartLabel.Lines(text, width, 2), line => Assert.True(ChartLabel.WidthOf(line) <= width));
    }

    private static GrievanceReport Of(int[] sizes) => GrievanceReport.Of(
        CaseTable.From(sizes.SelectMany((size, unit) => Enumerable.Range(0, size).Select(i => CaseOf($"u{unit}", 0, i % 2 == 0))), new CampaignCalendar(DateTimeZone.Utc)));

    private static CaseRecord CaseOf(string unit, int week, bool isSatisfied) => new(Start + Duration.FromDays(7 * week))
    {
        Unit = unit,
        Closed = Start + Duration.FromDays((7 * week) + 1),
        Answer = isSatisfied ? "satisfied" : "dissatisfied",
    };

    private static XElement Chart(GrievanceReport report, string id) =>
        Svg().Matches(report.ToHtml()).Select(m => XElement.Parse(m.Value)).Single(svg => svg.Element("title")!.Attribute("id")!.Value == $"{id}-title");

    private static List<List<(double X, double Y)>> Lines(XElement chart, string style) =>
    [
        .. chart.Elements("path").Where(p => p.Attribute("class")!.Value == style).Select(p => p.Attribute("d")!.Value[1..].Split('L').Select(at =>
        {
            var xy = at.Split(' ');
            return (Parse(xy[0]), Parse(xy[1]));
        }).ToList()),
    ];

    private static (double Right, double Bottom) Frame(XElement chart) => Lines(chart, "axis")[0][1];

    /// <summary>Where a share stands by the labels of the axis, which are not cut.</summary>
    private static double HeightOf(XElement chart, double share)
    {
        var labels = chart.Elements("text").Where(t => t.Value.EndsWith(" %", StringComparison.Ordinal)).Select(t => (Share: Parse(t.Value[..^2]) / 100, Y: Parse(t.Attribute("y")!.Value) - 4)).ToList();
        var (low, high) = (labels[0], labels[^1]);
        return low.Y + ((share - low.Share) / (high.Share - low.Share) * (high.Y - low.Y));
    }

    private static double Parse(string number) => double.Parse(number, CultureInfo.InvariantCulture);

    [GeneratedRegex("<svg .*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Svg();
}
