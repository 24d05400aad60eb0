using System.Text.RegularExpressions;
using CampaignKit.Calendars;
using NodaTime;

namespace CampaignKit.Grievances.Tests;

/// <summary>Whom the glance names, what small bases keep back, and what the words and lines of a page hold together.</summary>
public sealed partial class ReportNamesTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 5, 0, 0);

    [Fact]
    public void Verdicts_ManyOutside_NamesTheThreeFarthestAndCountsTheOthers()
    {
        (long Hits, long Base)[] outside = [(99, 100), (98, 100), (10, 100), (37, 100), (36, 100)];
        var funnel = Funnel(FunnelMethod.Arcsine, [.. outside, .. Enumerable.Repeat((50L, 100L), 20)]);

        Assert.Equal(
            "2 above the 99.8 % limit (u0, u1), 20 within the limits, 2 below the 95 % limit, 1 below the 99.8 % limit (u2)", ComparisonParts.Verdicts(funnel, 3));
        Assert.Equal(
            "2 above the 99.8 % limit (u0 and 1 more), 20 within the limits, 2 below the 95 % limit, 1 below the 99.8 % limit", ComparisonParts.Verdicts(funnel, 1));
        Assert.DoesNotContain("(", ComparisonParts.Verdicts(funnel), StringComparison.Ordinal);
    }

    [Fact]
    public void Glance_UnitOutside_IsNamedAndThatWithoutANameIsNone()
    {
        var report = Of([.. Enumerable.Range(0, 9).SelectMany(u => Week($"u{u}", 0, 80, 100)), .. Week("", 0, 5, 100)]);

        Assert.Matches(@"(?m)^- By unit, closed within 24 h: .*1 below the 99\.8 % limit \(\(none\)\)", report.ToString());
    }

    [Fact]
    public void Glance_WeeksOutside_AreNamedTheLastThree()
    {
        var calm = Enumerable.Range(0, 40).SelectMany(week => Week("a", week, 49 + (week % 3), 100)).ToList();

        Assert.Contains("- 1 of 41 weeks with data is outside the limits (2026-W42).", Of([.. calm, .. Week("a", 40, 2, 100)]).ToString(), StringComparison.Ordinal);
        Assert.Matches(
            @"- 4 of 44 weeks with data are outside the limits \(the last: 2026-W43, 2026-W44, 2026-W45\)\.", Of([.. calm, .. Enumerable.Range(40, 4).SelectMany(week => Week("a", week, 2, 100))]).ToString());
    }

    [Fact]
    public void Glance_InPublication_NamesNoneThatIsHidden()
    {
        CaseRecord[] cases = [.. Enumerable.Range(0, 9).SelectMany(u => Week($"u{u}", 0, 80, 100)), .. Week("secret", 0, 0, 12), .. Week("other", 0, 0, 13)];
        var glance = Of(cases, new GrievanceReportOptions { SuppressBelow = 13, Within = Duration.FromDays(1) }).ToString().Split("What was counted")[0].Split("Time to close")[0];

        Assert.Contains("- By unit, ", glance, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", glance, StringComparison.Ordinal);
        Assert.Contains("secret", Of(cases).ToString().Split("Time to close")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Composite_OfTooFewCases_IsKeptBackInFormsForPeopleAlone()
    {
        var report = GrievanceReport.Of(SmallTown.Rated, SmallTown.Options);
        var small = report.Groups.Single(g => g.Name == "(none)");

        foreach (var page in new[] { report.ToString(), report.ToMarkdown(), report.ToHtml() })
        {
            Assert.Contains("A composite of fewer than 10 cases says too little", page, StringComparison.Ordinal);
            Assert.DoesNotMatch($@"\b{Percent.Of(small.Row.Composite!.Value)}(?! %|-)", page);
            Assert.Contains(Percent.Of(report.Total.Row.Composite!.Value), page, StringComparison.Ordinal);
        }

        Assert.Contains("\"composite\": 0.7", GoldenReportTests.Json(report), StringComparison.Ordinal);
        var least = GrievanceReport.Of(SmallTown.Rated, SmallTown.Options with { MinimumBase = 1 }).ToString();
        Assert.Matches($@"\b{Percent.Of(small.Row.Composite!.Value)}(?! %|-)", least);
        Assert.DoesNotContain("A composite of fewer", least, StringComparison.Ordinal);
    }

    [Fact]
    public void Composite_OfAllCases_StandsHoweverFewTheyAre()
    {
        CaseRecord[] cases = [.. new[] { "a", "b" }.Select(u => new CaseRecord(Start) { Unit = u, Closed = Start + Duration.FromDays(1), Answer = "satisfied", Contacted = true, Resolved = true })];
        var markdown = Of(cases).ToMarkdown();

        Assert.Matches(@"(?m)^\| total \|.*\| 100\.00 \|$", markdown);
        Assert.Matches(@"(?m)^\| a \|.*\| too few \|$", markdown);
    }

    [Fact]
    public void Shrunken_WhereTheLimitsFindNoSpread_SaysThatItGoesByAnother()
    {
        var spread = Of([.. Enumerable.Range(0, 6).SelectMany(u => Week($"u{u}", 0, 10, 20)), .. new[] { "v", "w", "x", "y" }.SelectMany((u, place) => Week(u, 0, place % 2 * 9, 9))]);
        var even = Of([.. Enumerable.Range(0, 6).SelectMany(u => Week($"u{u}", 0, 10, 20))]);

        Assert.Equal((0, true), (spread.Funnel!.Dispersion.TauSquared, spread.Shrinkage!.Prior is not null));
        Assert.Contains("by another estimate of the spread than the limits: a beta-binomial fit to all of them, also those with too few cases to judge, by which the others weigh ", spread.ToString(), StringComparison.Ordinal);
        Assert.Null(even.Shrinkage!.Prior);
        Assert.Contains("The shrunken rates are all the rate of all together: a beta-binomial fit to all of them", even.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ToHtml_PercentagesInSentences_StayOnOneLine()
    {
        var html = GrievanceReport.Of(SmallTown.Rated, SmallTown.Options).ToHtml();

        Assert.Contains("<span class=\"unbroken\">56.54-90.37 %</span> of all", html, StringComparison.Ordinal);
        var sentences = Sentence().Matches(html).Select(m => Unbroken().Replace(m.Value, "")).ToList();
        Assert.True(sentences.Count > 30);
        Assert.All(sentences, sentence => Assert.DoesNotMatch(@"[0-9] %|[0-9]-[0-9]+\.[0-9]", sentence));
        Assert.Contains("td.number, .unbroken { white-space: nowrap; }", html, StringComparison.Ordinal);
    }

    [Fact]
    public void CurvesCaption_NamesTheDotsAndTheBand()
    {
        var html = GrievanceReport.Of(SmallTown.Rated, SmallTown.Options).ToHtml();

        Assert.Contains("; the dashed and dotted ones are the largest by unit.", html, StringComparison.Ordinal);
        Assert.Contains("and the shade between thin dotted lines its <span class=\"unbroken\">95 %</span> band", html, StringComparison.Ordinal);
    }

    [Fact]
    public void SummaryToString_OneRow_IsOneRow()
    {
        var summary = CaseTable.From([new CaseRecord(Start)], CampaignCalendar.In("Etc/UTC")).Summarise([], SatisfactionDefinition.ThreeRates);

        Assert.Contains("1 row read: 0 bad, 0 repeated, 0 later, 1 case reported", summary.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void SummaryCsv_Dimensions_HaveHeadersInSnakeCase()
    {
        using var text = new StringWriter();
        var summary = CaseTable.From([new CaseRecord(Start)], CampaignCalendar.In("Etc/UTC"))
            .Summarise([Dimension.Unit, Dimension.Every(PeriodRule.Parse("week from saturday")), Dimension.Of("Begin of-case", c => "")], SatisfactionDefinition.ThreeRates);

        summary.WriteCsv(text);

        var headers = text.ToString().Split("\r\n")[0].Split(',');
        Assert.Equal(["row", "by_unit", "by_week_from_saturday", "by_begin_of_case"], headers[..4]);
        Assert.All(headers, header => Assert.Matches("^[a-z0-9_]+$", header));
    }

    private static GrievanceReport Of(IEnumerable<CaseRecord> cases, GrievanceReportOptions? options = null) =>
        GrievanceReport.Of(CaseTable.From(cases, CampaignCalendar.In("Etc/UTC")), options ?? new GrievanceReportOptions { Within = Duration.FromDays(1) });

    /// <summary>So many cases of a week, of which so many were closed within a day.</summary>
    private static IEnumerable<CaseRecord> Week(string unit, int week, int hits, int count) => Enumerable.Range(0, count).Select(i =>
        new CaseRecord(Start + Duration.FromDays(7 * week)) { Unit = unit, Closed = Start + Duration.FromDays(7 * week) + Duration.FromHours(i < hits ? 5 : 50) });

    private static FunnelPlot Funnel(FunnelMethod method, (long Hits, long Base)[] units) =>
        FunnelPlot.Of(units.Select((u, i) => new NamedRate($"u{i}", Rate.Of(u.Hits, u.Base, "cases"))), new FunnelOptions { Method = method, Target = 0.5 });

    [GeneratedRegex("<(p|li|figcaption)>.*?</(p|li|figcaption)>")]
    private static partial Regex Sentence();

    [GeneratedRegex("<span class=\"unbroken\">[^<]*</span>")]
    private static partial Regex Unbroken();
}
