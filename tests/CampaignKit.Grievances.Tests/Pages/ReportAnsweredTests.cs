using System.Text.Json;
using CampaignKit.Calendars;
using NodaTime;

namespace CampaignKit.Grievances.Tests;

/// <summary>No satisfaction without how many answered, and the estimate of what the others think.</summary>
public sealed class ReportAnsweredTests
{
    private const string Estimate = "Weighting-class estimate of satisfaction over all closed cases: ";

    private static readonly Instant Start = Instant.FromUtc(2026, 1, 1, 0, 0);

    [Fact]
    public void Report_SatisfactionOfUnitsAndPeriods_HasTheResponseRateBesideItInEveryForm()
    {
        var report = GrievanceReport.Of(SmallTown.Rated, SmallTown.Options);
        var (text, markdown, html, json) = (report.ToString(), report.ToMarkdown(), report.ToHtml(), JsonDocument.Parse(GoldenReportTests.Json(report)).RootElement);

        Assert.Equal(6, report.Units.Count);
        Assert.Equal(13, report.Periods.Count);
        foreach (var group in report.Units.Concat(report.Periods))
        {
            var (rate, response) = ($"{Percent.Of(group.Measured.Value!.Value)} %", group.SurveyedSatisfaction!.Response);
            var answered = $"{Percent.Of(response.Value!.Value)} %";
            Assert.Contains($"| {rate} | {answered} | {response.Hits} of {response.Base} | ", markdown, StringComparison.Ordinal);
            Assert.Matches($@" {rate} +{answered} +{response.Hits} of {response.Base} ", text);
            Assert.Contains($"<td class=\"number\">{rate}</td><td class=\"number\">{answered}</td><td class=\"number\">{response.Hits} of {response.Base}</td>", html, StringComparison.Ordinal);
        }

        foreach (var page in new[] { text, markdown, html })
        {
            Assert.Matches("Rated(<[^>]*>| |\\|)+Rated of closed", page);
            Assert.DoesNotMatch("(?m)Answered(<[^>]*>| |\\|)+Rated of closed", page);
        }

        foreach (var group in report.Units.Where(u => u.Measured.Base >= report.Options.MinimumBase).Concat(report.Periods))
            Assert.Contains($"{Percent.Of(group.Measured.Value!.Value)} % of {group.Measured.Base}, {Percent.Of(group.SurveyedSatisfaction!.Response.Value!.Value)} % answered ({group.SurveyedSatisfaction.Response.Hits} of ", html, StringComparison.Ordinal);
        Assert.Equal(report.Units.Select(u => u.Row.Rated), json.GetProperty("comparison").GetProperty("units").EnumerateArray().Select(RatedOf));
        Assert.Equal(report.Periods.Select(p => p.Row.Rated), json.GetProperty("trend").GetProperty("points").EnumerateArray().Select(RatedOf));
        Assert.Equal([report.Total.Row.Rated, report.Total.Row.Rated], [RatedOf(json.GetProperty("comparison")), RatedOf(json.GetProperty("trend"))]);
    }

    [Fact]
    public void Report_WithoutAnswers_ComparesTimesWithoutResponseRates()
    {
        var report = GrievanceReport.Of(SmallTown.Unrated, SmallTown.Options);

        Assert.Null(report.WeightedSatisfaction);
        Assert.DoesNotContain("nswered", report.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Rated", report.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Estimate, report.ToHtml(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, JsonDocument.Parse(GoldenReportTests.Json(report)).RootElement.GetProperty("weightingClassEstimate").ValueKind);
    }

    [Theory]
    [InlineData(null, 6)]
    [InlineData(5, 5)]
    public void WeightedSatisfaction_OfUnits_IsTheirRatesByClosedCasesWithTheHiddenAsOneClass(int? hide, int classes)
    {
        var report = GrievanceReport.Of(SmallTown.Rated, SmallTown.Options with { SuppressBelow = hide });
        var units = GrievanceReport.Of(SmallTown.Rated, SmallTown.Options).Units.Select(u => (u.Name, u.Row.Closed, u.Row.Rated, u.Row.Satisfaction)).ToList();
        var expected = units
            .GroupBy(u => report.Hidden.Contains(u.Name) ? "hidden" : u.Name)
            .Sum(c => c.Sum(u => u.Closed) / (double)units.Sum(u => u.Closed) * (double)(c.Sum(u => u.Satisfaction.Hits) / c.Sum(u => u.Rated.Hits)));

        Assert.Equal(classes, report.WeightedSatisfaction!.Classes.Count);
        Assert.Equal(expected, report.WeightedSatisfaction.Value!.Value, 1e-12);
        foreach (var page in new[] { report.ToString(), report.ToMarkdown(), report.ToHtml() })
        {
            Assert.Contains($"{Estimate}{Percent.Of(expected)} % by {classes} classes", page.Replace("<span class=\"unbroken\">", "", StringComparison.Ordinal).Replace("</span>", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.Equal(page.IndexOf("eighting-class", StringComparison.Ordinal), page.LastIndexOf("eighting-class", StringComparison.Ordinal));
        }

        var json = JsonDocument.Parse(GoldenReportTests.Json(report)).RootElement.GetProperty("weightingClassEstimate");
        Assert.Equal(expected, json.GetProperty("value").GetDouble(), 1e-12);
        Assert.Equal(("unit", classes), (json.GetProperty("by").GetString(), json.GetProperty("classes").GetInt32()));
    }

    [Fact]
    public void WeightedSatisfaction_SilentUnit_IsNoDataAndSaysWho()
    {
        var report = Of([.. Closed("a", 8, "satisfied"), .. Closed("b", 4, null), .. Closed("c", 3, "dissatisfied")]);

        Assert.Null(report.WeightedSatisfaction!.Value);
        Assert.Contains($"{Estimate}no data (no answer counts in 1 of 3 classes, so nobody speaks for them: b).", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void WeightedSatisfaction_OneClassOrNoAnswerThatCounts_IsNoneAndSaysWhy()
    {
        Assert.Contains($"{Estimate}no data (all closed cases are of one unit).", Of(Closed("a", 8, "satisfied")).ToString(), StringComparison.Ordinal);
        Assert.Contains($"{Estimate}no data (no answer counts).", Of([.. Closed("a", 8, "who knows"), .. Closed("b", 8, "")]).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void WeightedSatisfaction_AnswersThatNobodyDefined_AreNotCalledMissing()
    {
        var all = Of([.. Closed("a", 8, "who knows"), .. Closed("b", 8, "not reached")]);
        var some = Of([.. Closed("a", 8, "satisfied"), .. Closed("b", 8, "who knows")]);

        Assert.Null(all.WeightedSatisfaction);
        Assert.DoesNotContain("nobody answered", all.ToString(), StringComparison.Ordinal);
        Assert.Contains($"{Estimate}no data (no answer counts in 1 of 2 classes, so nobody speaks for them: b).", some.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void WeightedSatisfaction_UnitOfOpenCasesOnly_IsNoClass()
    {
        CaseRecord[] open = [.. Enumerable.Range(0, 4).Select(i => new CaseRecord(Start + Duration.FromHours(i)) { Unit = "open" })];
        var two = Of([.. Closed("a", 6, "satisfied"), .. Closed("b", 2, "dissatisfied"), .. open]);
        var one = Of([.. Closed("a", 6, "satisfied"), .. open]);

        Assert.Equal(["a", "b"], two.WeightedSatisfaction!.Classes.Select(c => c.Name));
        Assert.Equal(0.75, two.WeightedSatisfaction.Value!.Value, 1e-12);
        Assert.Null(one.WeightedSatisfaction);
        Assert.Contains($"{Estimate}no data (all closed cases are of one unit).", one.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void WeightedSatisfaction_ByCategory_LeavesOutWhatHappenedAtAsOfOrLater()
    {
        var asOf = Start + Duration.FromDays(10);
        CaseRecord[] later = [.. Enumerable.Repeat(new CaseRecord(asOf) { Category = "noise", Closed = asOf, Answer = "satisfied" }, 3), new(Start) { Category = "leak", Closed = asOf, Answer = "satisfied" }];

        var report = Of([.. Closed("a", 8, "satisfied", "leak"), .. Closed("a", 4, "dissatisfied", "noise"), .. later], new GrievanceReportOptions { By = [Dimension.Month], AsOf = asOf });

        Assert.Equal([("leak", 8L, 8L), ("noise", 4L, 4L)], report.WeightedSatisfaction!.Classes.Select(c => (c.Name, c.All, c.Answered)));
        Assert.Equal(12, report.Total.Row.Closed);
    }

    [Fact]
    public void WeightedSatisfaction_ByMonth_IsByCategoryUnlessMonthsAreHidden()
    {
        CaseRecord[] cases = [.. Closed("a", 8, "satisfied", "leak"), .. Closed("a", 4, "dissatisfied", "noise"), .. Closed("a", 12, null, "noise")];
        var options = new GrievanceReportOptions { By = [Dimension.Month] };

        Assert.Equal(8 / 24.0, Of(cases, options).WeightedSatisfaction!.Value!.Value, 1e-12);
        Assert.Equal(Dimension.Category, Of(cases, options).WeightedBy);
        Assert.Equal(Dimension.Unit, Of(cases).WeightedBy);
        var hidden = Of(cases, options with { SuppressBelow = 3 });
        Assert.Null(hidden.WeightedSatisfaction);
        Assert.Contains($"{Estimate}no data (other classes than the groups may give away what is hidden).", hidden.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void WeightedSatisfaction_UnitCalledAsThoseWithoutAName_IsAClassOfItsOwn()
    {
        var report = Of([.. Closed("", 6, "satisfied"), .. Closed("(none)", 2, "dissatisfied"), .. Closed(" ", 2, "satisfied")]);

        Assert.Equal(3, report.WeightedSatisfaction!.Classes.DistinctBy(c => c.Name).Count());
        Assert.Equal(0.8, report.WeightedSatisfaction.Value!.Value, 1e-12);
    }

    [Fact]
    public void SurveyedSatisfaction_OfARow_IsOfThoseRatedWhateverTheBaseOfTheDefinition()
    {
        var table = CaseTable.From([.. Closed("a", 3, "satisfied"), .. Closed("a", 1, "dissatisfied"), .. Closed("a", 6, null)], CampaignCalendar.In("Etc/UTC"));
        var ofClosed = SatisfactionDefinition.Parse(SatisfactionDefinition.ThreeRatesJson
            .Replace("\"of\": \"rated\"", "\"of\": \"closed\"", StringComparison.Ordinal).Replace("valid call-backs", "all closed cases", StringComparison.Ordinal));

        var (rated, closed) = (table.Summarise([], SatisfactionDefinition.ThreeRates).Total, table.Summarise([], ofClosed).Total);

        Assert.Equal("75.00 % (3 of 4 valid call-backs; 95 % Wilson 30.06-95.44 %), 40.00 % answered (4 of 10 closed cases), 30.00-90.00 % of all", $"{rated.SurveyedSatisfaction}");
        Assert.Equal((0.3, "rated cases"), (closed.Satisfaction.Value!.Value, $"{closed.SurveyedSatisfaction}".Split(';')[0][^11..]));
        Assert.Equal(rated.SurveyedSatisfaction!.Value, closed.SurveyedSatisfaction!.Value);
        Assert.Null(CaseTable.From([new CaseRecord(Start)], CampaignCalendar.In("Etc/UTC")).Summarise([], ofClosed).Total.SurveyedSatisfaction);
    }

    private static Rate RatedOf(JsonElement group)
    {
        var rated = group.GetProperty("rated");
        return Rate.Of(rated.GetProperty("hits").GetDecimal(), rated.GetProperty("base").GetInt64(), rated.GetProperty("baseName").GetString()!);
    }

    private static GrievanceReport Of(IEnumerable<CaseRecord> cases, GrievanceReportOptions? options = null) =>
        GrievanceReport.Of(CaseTable.From(cases, CampaignCalendar.In("Etc/UTC")), options);

    private static IEnumerable<CaseRecord> Closed(string unit, int count, string? answer, string category = "") => Enumerable.Range(0, count).Select(i =>
        new CaseRecord(Start + Duration.FromHours(i)) { Unit = unit, Category = category, Closed = Start + Duration.FromDays(2), Answer = answer });
}
