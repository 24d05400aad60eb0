using System.Text.Json;
using System.Text.RegularExpressions;
using CampaignKit.Calendars;
using NodaTime;
using NodaTime.Text;

namespace CampaignKit.Grievances.Tests;

public sealed partial class GrievanceReportTests
{
    private static readonly CampaignCalendar Utc = new(DateTimeZone.Utc);

    [RealDataFact(ChicagoCase.File)]
    public void Report_ChicagoInJuly2013_SaysThatClosedCasesAloneFlatter()
    {
        var zone = DateTimeZoneProviders.Tzdb["America/Chicago"];
        var report = GrievanceReport.Of(CaseTable.Read(RealData.PathOf(ChicagoCase.File), CsvMap.Chicago), new GrievanceReportOptions
        {
            Since = zone.AtStartOfDay(new LocalDate(2013, 6, 1)).ToInstant(),
            AsOf = zone.AtStartOfDay(new LocalDate(2013, 7, 1)).ToInstant(),
            CountDuplicates = false,
        });

        Assert.Equal((2184L, 805L), (report.Total.Row.Cases, report.Total.Row.Open));
        Assert.Equal((Duration.FromDays(3), Duration.FromDays(8)), (report.Total.Row.Times.P50, report.Total.Row.Times.P90));
        Assert.Equal("6", $"{report.Total.Curve.Quantile(0.5)}");
        Assert.IsType<TimeNotReached>(report.Total.Curve.Quantile(0.9));
        Assert.Equal((Duration.FromDays(6), true, false), (report.Measure.Within, report.Measure.IsMedian, report.Measure.IsSatisfaction));
        Assert.Equal(50, report.Units.Count);
        Assert.Null(report.Total.SurveyedSatisfaction);
        Assert.Contains("half closed within 6 days, nine in ten not reached (23.86 % open after 30 days)", report.ToString(), StringComparison.Ordinal);
    }

    [RealDataFact(ChicagoCase.File)]
    public void Report_OfFiftyWards_NamesOnlyThoseOutside()
    {
        var report = GrievanceReport.Of(CaseTable.Read(RealData.PathOf(ChicagoCase.File), CsvMap.Chicago));
        var html = report.ToHtml();
        var funnel = html[html.IndexOf("Funnel plot by unit", StringComparison.Ordinal)..html.IndexOf("id=\"funnel-narrow-title\"", StringComparison.Ordinal)];

        Assert.Equal(74_401, report.Total.Row.Cases);
        Assert.Equal(
            report.Funnel!.Points.Where(p => p.Verdict is not (FunnelVerdict.Within or FunnelVerdict.TooFew)).Select(p => p.Name).Order(),
            Label().Matches(funnel).Select(m => m.Groups[1].Value).Order());
        Assert.All(report.Ranks!.Units, u => Assert.True(u.BestRank <= u.WorstRank));
        Assert.Equal(PeriodRule.Month, report.TrendBy);
    }

    [RealDataFact("nyc_311_animals_2025q1.csv.gz")]
    public void Report_NewYork_CountsOpenCasesInEveryForm()
    {
        var report = GrievanceReport.Of(
            CaseTable.Read(RealData.PathOf("nyc_311_animals_2025q1.csv.gz"), CsvMap.NewYork),
            new GrievanceReportOptions { By = [Dimension.Unit, Dimension.Category, Dimension.Week], Within = Duration.FromDays(2) });

        Assert.Equal((4969L, 277L), (report.Total.Row.Cases, report.Total.Row.Open));
        Assert.Equal("closed within 2 days", report.Measure.Name);
        Assert.Equal(["DOHMH", "DPR", "DSNY", "NYPD"], report.Units.Select(u => u.Name));
        Assert.Equal(report.Total.Row.Cases, report.Groups.Sum(g => g.Row.Cases));
        Assert.Equal(report.Total.Measured, Rate.Pool(report.Groups.Select(g => g.Measured)));
        Assert.Equal(report.Total.Curve.Steps, ResolutionCurve.Merge(report.Groups.Select(g => g.Curve)).Steps);
        Assert.Equal(4969, JsonDocument.Parse(GoldenReportTests.Json(report)).RootElement.GetProperty("groups").EnumerateArray().Sum(g => g.GetProperty("cases").GetInt64()));
        Assert.Contains("277 of them open", report.ToMarkdown(), StringComparison.Ordinal);
    }

    [Fact]
    public void ToHtml_HostileNames_AreTextAlone()
    {
        var html = GrievanceReport.Of(SmallTown.Rated, SmallTown.Options).ToHtml();

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("onload=\"", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;document.title=&#39;run&#39;&lt;/script&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("(src|href)=\"(?!#)", html);
        Assert.Contains("default-src 'none'; style-src 'sha256-", html, StringComparison.Ordinal);
    }

    [Fact]
    public void ToMarkdown_HostileNames_BreakNoTable()
    {
        var markdown = GrievanceReport.Of(SmallTown.Rated, SmallTown.Options).ToMarkdown();
        string[] rows = [.. markdown.Split('\n').Where(line => line.Contains("parks", StringComparison.Ordinal) && line.StartsWith('|'))];

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.StartsWith(@"| parks\|\*lakes\* | ", row, StringComparison.Ordinal));
        Assert.DoesNotContain("<script", markdown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\u001b[31mred", "a\uFFFD[31mred")]
    [InlineData("a\nb\tc", "a b c")]
    [InlineData("\u202Eevil", "\uFFFDevil")]
    [InlineData("\uD83D", "\uFFFD")]
    [InlineData("\uD83D\uDE00", "\uD83D\uDE00")]
    public void ToString_NameThatSteersATerminal_IsMadeSafe(string unit, string shown)
    {
        var report = GrievanceReport.Of(CaseTable.From([new CaseRecord(Instant.FromUtc(2026, 1, 1, 0, 0)) { Unit = unit, Closed = Instant.FromUtc(2026, 1, 2, 0, 0) }], Utc));

        Assert.Contains(shown, report.ToString(), StringComparison.Ordinal);
        Assert.Contains(shown, report.ToHtml(), StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', report.ToMarkdown());
    }

    [Fact]
    public void Measured_CasesTooYoungToTell_AreInNoBase()
    {
        var asOf = Instant.FromUtc(2026, 1, 11, 0, 0);
        CaseRecord[] cases =
        [
            .. Enumerable.Range(0, 19).Select(_ => new CaseRecord(asOf - Duration.FromDays(9)) { Unit = "old", Closed = asOf - Duration.FromDays(8) }),
            .. Enumerable.Range(0, 5).Select(_ => new CaseRecord(asOf - Duration.FromDays(9)) { Unit = "old" }),
            .. Enumerable.Range(0, 7).Select(_ => new CaseRecord(asOf - Duration.FromHours(1)) { Unit = "young", Closed = asOf - Duration.FromMinutes(1) }),
            new CaseRecord(asOf - Duration.FromDays(9)) { Unit = "old", ClosingTimeUnknown = true },
            new CaseRecord(asOf) { Unit = "old" },
        ];

        var report = GrievanceReport.Of(CaseTable.From(cases, Utc), new GrievanceReportOptions { AsOf = asOf, Within = Duration.FromDays(2) });

        Assert.Equal(["old", "young"], report.Units.Select(u => u.Name));
        Assert.Equal((19m, 24L), (report.Units[0].Measured.Hits, report.Units[0].Measured.Base));
        Assert.False(report.Units[1].Measured.HasData);
        Assert.Equal((32L, 1L, 1L), (report.Total.Row.Cases, report.Total.Undated, report.Summary.LaterCases));
        Assert.Equal(FunnelVerdict.TooFew, report.Funnel!.Points[1].Verdict);
    }

    [Fact]
    public void AsOf_NotGiven_IsJustAfterTheLastTime()
    {
        var opened = Instant.FromUtc(2026, 1, 1, 12, 0, 30);
        CaseRecord[] cases = [new(opened) { Closed = opened + Duration.FromHours(5) }, new(opened)];

        Assert.Equal(Instant.FromUtc(2026, 1, 1, 17, 1), GrievanceReport.Of(CaseTable.From(cases, Utc)).AsOf);
        Assert.Equal(Instant.FromUtc(2026, 1, 2, 0, 0), GrievanceReport.Of(CaseTable.From(cases, Utc, TimeGrain.Day)).AsOf);
    }

    [Fact]
    public void AsOf_NotGiven_IsOfOpeningsAndClosingsAlone()
    {
        var opened = Instant.FromUtc(2026, 1, 1, 12, 0);
        var later = opened + Duration.FromDays(9);
        CaseRecord[] cases = [new(opened) { Closed = opened + Duration.FromHours(5), Updated = later, Due = later }, new(opened) { Updated = later }];

        var report = GrievanceReport.Of(CaseTable.From(cases, Utc));

        Assert.Equal(Instant.FromUtc(2026, 1, 1, 17, 1), report.AsOf);
        Assert.Contains(report.NotKnown, s => s.StartsWith("When the file was made: the report looks at it just after the last opening or closing in it.", StringComparison.Ordinal));
    }

    [Fact]
    public void Report_WithoutCases_SaysSoInEveryForm()
    {
        var report = GrievanceReport.Of(CaseTable.From([], Utc));

        Assert.Null(report.AsOf);
        Assert.Null(report.Funnel);
        Assert.Null(report.Trend);
        Assert.Contains("- 0 cases.", report.ToString(), StringComparison.Ordinal);
        Assert.Contains("There are no cases", report.ToMarkdown(), StringComparison.Ordinal);
        Assert.EndsWith("</html>\n", report.ToHtml(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, JsonDocument.Parse(GoldenReportTests.Json(report)).RootElement.GetProperty("trend").ValueKind);
    }

    [Fact]
    public void Report_WithoutAnyClosingTime_ComparesNothing()
    {
        var report = GrievanceReport.Of(CaseTable.From([new CaseRecord(Instant.FromUtc(2026, 1, 1, 0, 0)) { Unit = "a" }], Utc));

        Assert.Null(report.Funnel);
        Assert.Contains(report.NotKnown, sentence => sentence.StartsWith("How units compare", StringComparison.Ordinal));
    }

    [Fact]
    public void SuppressBelow_SmallUnit_IsHiddenWithAnotherInEveryForm()
    {
        var report = GrievanceReport.Of(SmallTown.Rated, SmallTown.Options with { SuppressBelow = 5 });

        Assert.Equal(["供暖办公室", "(none)"], report.Hidden.OrderDescending(StringComparer.Ordinal));
        Assert.Equal(4, report.Groups.Count);
        Assert.Equal(4, report.Funnel!.Points.Count);
        Assert.DoesNotContain("soon", report.ToHtml() + report.ToMarkdown() + GoldenReportTests.Json(report), StringComparison.Ordinal);
    }

    [Fact]
    public void SuppressBelow_UnitCalledAsThoseWithoutAName_IsTold()
    {
        var start = Instant.FromUtc(2026, 1, 1, 0, 0);
        CaseRecord[] cases = [.. Enumerable.Range(0, 40).Select(i => new CaseRecord(start) { Unit = i < 2 ? "" : i < 15 ? "(none)" : "a", Closed = start + Duration.FromHours(i) })];

        var report = GrievanceReport.Of(CaseTable.From(cases, Utc), new GrievanceReportOptions { SuppressBelow = 5 });

        Assert.Equal(["(none)", "(none)"], report.Hidden);
        Assert.Equal(["a"], report.Groups.Select(g => g.Name));
        Assert.NotEqual("", report.ToHtml() + report);
    }

    [Property]
    public void SuppressBelow_AllThatIsPrintedSubtracted_LeavesEveryHiddenNumberOpen(byte[] opened, int threshold, bool byMonth, bool rated)
    {
        var least = 1 + (Math.Abs(threshold % 9));
        var start = Instant.FromUtc(2026, 1, 1, 0, 0);
        CaseRecord[] cases =
        [
            .. opened.Select((day, i) => new CaseRecord(start + Duration.FromDays(day))
            {
                Unit = $"u{day % 7}",
                Closed = i % 5 == 0 ? null : start + Duration.FromDays(day + (i % 11)),
                Answer = rated && i % 3 > 0 ? "satisfied" : null,
            }),
        ];
        var options = new GrievanceReportOptions { By = [byMonth ? Dimension.Month : Dimension.Unit], SuppressBelow = least };
        GrievanceReport report;
        try
        {
            report = GrievanceReport.Of(CaseTable.From(cases, Utc), options);
        }
        catch (ArgumentException refused) when (refused.Message.StartsWith("There are too few cases in all", StringComparison.Ordinal))
        {
            return;
        }

        var json = JsonDocument.Parse(GoldenReportTests.Json(report)).RootElement;
        var hidden = json.GetProperty("hidden").EnumerateArray().Select(h => h.GetString()!).ToHashSet();
        var sum = json.GetProperty("total").GetProperty("cases").GetInt64() - json.GetProperty("groups").EnumerateArray().Sum(g => g.GetProperty("cases").GetInt64());
        var trend = json.GetProperty("trend");

        // Each has at least one case, so that only their sum being their number would tell.
        Assert.True(hidden.Count == 0 ? sum == 0 : hidden.Count > 1 && sum > hidden.Count);
        Assert.DoesNotContain(report.Groups, g => g.Row.Cases < least);
        Assert.True(byMonth || trend.ValueKind is JsonValueKind.Null);
        if (trend.ValueKind is not JsonValueKind.Object)
            return;
        Assert.All(trend.GetProperty("points").EnumerateArray().Where(p => hidden.Contains(p.GetProperty("period").GetString()!)), p => Assert.Equal(0, p.GetProperty("measured").GetProperty("base").GetInt64()));
    }

    [Fact]
    public void SuppressBelow_Months_TrendHidesTheSameMonths()
    {
        var start = Instant.FromUtc(2026, 1, 1, 0, 0);
        var cases = new[] { 3, 8, 9, 7 }.SelectMany((count, month) => Enumerable.Range(0, count).Select(i => new CaseRecord(start + Duration.FromDays((30.5 * month) + 2))
        {
            Closed = start + Duration.FromDays((30.5 * month) + 3),
            Answer = month == 3 && i < 5 || month == 1 && i < 2 ? null : "satisfied",
        }));

        var report = GrievanceReport.Of(CaseTable.From(cases, Utc), new GrievanceReportOptions { By = [Dimension.Month], SuppressBelow = 5 });

        Assert.Equal(2, report.Hidden.Count);
        Assert.Equal(report.Groups.Select(g => g.Name), report.Trend!.Points.Where(p => p.Rate.HasData).Select(p => p.Name));
    }

    [Fact]
    public void SuppressBelow_Units_LeavesOutTheTrendAndSaysSo()
    {
        var report = GrievanceReport.Of(SmallTown.Rated, SmallTown.Options with { SuppressBelow = 5 });

        Assert.Null(report.Trend);
        Assert.Contains(report.NotKnown, sentence => sentence.StartsWith("How things change: the trend is left out", StringComparison.Ordinal));
        Assert.NotNull(GrievanceReport.Of(SmallTown.Rated, SmallTown.Options).Trend);
    }

    [Theory]
    [InlineData(190, false)]
    [InlineData(1, true)]
    public void Report_ClosedAtUnknownTimes_IsComparedOnlyWhereTheyAreFew(int undated, bool isCompared)
    {
        var start = Instant.FromUtc(2026, 1, 1, 0, 0);
        CaseRecord[] cases =
        [
            .. Enumerable.Range(0, undated).Select(i => new CaseRecord(start + Duration.FromHours(i)) { Unit = i % 2 == 0 ? "north" : "south", ClosingTimeUnknown = true }),
            .. Enumerable.Range(0, 31).Select(i => new CaseRecord(start + Duration.FromHours(i)) { Unit = i % 2 == 0 ? "north" : "south", Closed = start + Duration.FromDays(i < 10 ? 2 : 30) }),
        ];

        var report = GrievanceReport.Of(CaseTable.From(cases, Utc), new GrievanceReportOptions { Within = Duration.FromDays(7), AsOf = start + Duration.FromDays(60) });

        Assert.Equal(isCompared, report.Total.TimesAreKnown);
        Assert.Equal((isCompared, isCompared), (report.Funnel is not null, report.Trend is not null));
        Assert.Equal("cases that began more than 7 days before, with a known closing time or still open", report.Measure.BaseName);
        Assert.Equal(31, report.Total.Measured.Base);
        var bounds = isCompared ? "31.25-34.38 %" : "4.52-90.50 %";
        Assert.Contains(report.NotKnown, s => s.Contains($"the rate is somewhere in {bounds}", StringComparison.Ordinal));
        Assert.Equal(isCompared, report.ToString().Contains("With open cases counted: half closed within", StringComparison.Ordinal));
        Assert.Equal(isCompared, report.ToHtml().Contains("id=\"curves", StringComparison.Ordinal));
    }

    [Fact]
    public void Report_SatisfactionOfClosedCases_IsTheHeadline()
    {
        var definition = SatisfactionDefinition.Parse(SatisfactionDefinition.ThreeRatesJson.Replace("\"of\": \"rated\"", "\"of\": \"closed\"", StringComparison.Ordinal).Replace("valid call-backs", "all closed cases", StringComparison.Ordinal));
        var text = GrievanceReport.Of(SmallTown.Rated, SmallTown.Options with { Definition = definition }).ToString();

        Assert.Contains("- Satisfaction: 56.54 % (76.9 of 136 all closed cases; ", text, StringComparison.Ordinal);
        Assert.Contains("Of those rated: 85.44 % (76.9 of 90 rated cases; ", text, StringComparison.Ordinal);
        Assert.Contains("takes the least", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_OptionsThatDoNotFit_AreRefused()
    {
        var table = SmallTown.Rated;

        Assert.Throws<ArgumentException>(() => GrievanceReport.Of(table, new GrievanceReportOptions { By = [Dimension.Unit, Dimension.Unit] }));
        Assert.Throws<ArgumentException>(() => GrievanceReport.Of(table, new GrievanceReportOptions { By = [Dimension.Unit, Dimension.Week], SuppressBelow = 5 }));
        Assert.Throws<ArgumentException>(() => GrievanceReport.Of(table, new GrievanceReportOptions { Within = Duration.FromSeconds(1) }));
        Assert.Throws<ArgumentException>(() => GrievanceReport.Of(table, new GrievanceReportOptions { MinimumBase = 0 }));
        Assert.Throws<ArgumentException>(() => GrievanceReport.Of(table, new GrievanceReportOptions { SuppressBelow = 100_000 }));
        Assert.Throws<ArgumentException>(() => GrievanceReport.Of(table, new GrievanceReportOptions { Title = " " }));
    }

    [Theory]
    [InlineData(TimeGrain.Instant)]
    [InlineData(TimeGrain.Day)]
    public void Of_WithinOfCenturies_IsRefusedAbove300Years(TimeGrain grain)
    {
        var table = CaseTable.From([new CaseRecord(Instant.FromUtc(2026, 1, 1, 0, 0)) { Closed = Instant.FromUtc(2026, 1, 2, 0, 0) }], Utc, grain);
        var most = Duration.FromDays(109_573);

        foreach (var (within, days) in new[] { (Duration.FromDays(15_000_000), "15,000,000"), (Duration.MaxValue, ""), (most + Duration.FromDays(0.25), "109,573.25") })
        {
            var refused = Assert.Throws<ArgumentException>(() => GrievanceReport.Of(table, new GrievanceReportOptions { Within = within }));
            Assert.StartsWith($"Within {days}", refused.Message, StringComparison.Ordinal);
            Assert.Contains("days is too long: it must be at most 109,573 days, which are 300 years.", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal(most, GrievanceReport.Of(table, new GrievanceReportOptions { Within = most }).Measure.Within);
    }

    [Fact]
    public void Of_AsOfFarAway_IsRefusedByNameAndRule()
    {
        foreach (var asOf in new[] { Instant.MinValue, Instant.FromUtc(1899, 12, 31, 0, 0), Instant.FromUtc(2200, 1, 2, 0, 0), Instant.MaxValue })
        {
            var refused = Assert.Throws<ArgumentException>(() => GrievanceReport.Of(SmallTown.Rated, new GrievanceReportOptions { AsOf = asOf }));
            Assert.Contains($"AsOf {InstantPattern.ExtendedIso.Format(asOf)} must lie between 1899-12-31T15:54:17Z and 2199-12-31T16:00:00Z", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Of_SinceNotBeforeAsOf_IsRefusedByANameOfBoth()
    {
        var (table, march) = (SmallTown.Rated, Instant.FromUtc(2026, 3, 1, 0, 0));

        foreach (var since in new[] { march, march + Duration.FromNanoseconds(1) })
        {
            var refused = Assert.Throws<ArgumentException>(() => GrievanceReport.Of(table, new GrievanceReportOptions { Since = since, AsOf = march }));
            Assert.Contains($"Since {InstantPattern.ExtendedIso.Format(since)} is not before AsOf 2026-03-01T00:00:00Z", refused.Message, StringComparison.Ordinal);
        }

        Assert.NotNull(GrievanceReport.Of(table, new GrievanceReportOptions { Since = march - Duration.FromTicks(1), AsOf = march }));
        Assert.NotNull(GrievanceReport.Of(table, new GrievanceReportOptions { Since = Instant.FromUtc(2030, 1, 1, 0, 0) }));
    }

    [GeneratedRegex("class=\"halo bold\"[^>]*>([^<]*)<")]
    private static partial Regex Label();
}
