using CampaignKit.Calendars;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CampaignKit.Grievances.Tests;

public sealed class SatisfactionReportTests
{
    private static readonly Instant Monday = Instant.FromUtc(2021, 3, 29, 4, 0);
    private static readonly SatisfactionDefinition OverClosed = SatisfactionDefinition.Parse(
        SatisfactionDefinition.ThreeRatesJson.Replace("\"rated\"", "\"closed\"", StringComparison.Ordinal).Replace("valid call-backs", "closed cases", StringComparison.Ordinal));

    private static readonly CaseTable Table = CaseTable.From(
        [
            Closed("water", "satisfied", contacted: true, resolved: true),
            Closed("water", "basically satisfied", contacted: true, resolved: null),
            Closed("water", "not reached", contacted: false, resolved: true),
            Closed("water", null, contacted: true, resolved: false),
            Closed("housing", "DISSATISFIED ", contacted: false, resolved: false),
            Closed("housing", "so-so", contacted: true, resolved: true),
            new CaseRecord(Monday) { Unit = "housing", Answer = "satisfied" },
            new CaseRecord(Monday + Duration.FromDays(30)),
        ],
        CampaignCalendars.Shanghai);

    [Fact]
    public void Summarise_UnratedDropOut_CountsValidCallBacksAlone()
    {
        var report = Table.Summarise(by: [Dimension.Unit], SatisfactionDefinition.ThreeRates, asOf: Monday + Duration.FromDays(7));

        Assert.Equal(["housing", "water"], report.Rows.Select(r => r.Key.Single()));
        var water = report.Rows[1];
        Assert.Equal((4, 0), (water.Cases, water.Open));
        Assert.Equal(Rate.Of(2, 2, "valid call-backs"), water.Response);
        Assert.Equal(Rate.Of(1, 2, "valid call-backs"), water.Resolution);
        Assert.Equal(Rate.Of(1.9m, 2, "valid call-backs"), water.Satisfaction);
        Assert.Equal(Rate.Of(2, 4, "closed cases"), water.Rated);
        Assert.Equal(Rate.Of(2, 3, "valid call-backs"), report.Total.Response);
        Assert.Equal((7, 1), (report.Total.Cases, report.Total.Open));
        Assert.Equal(1, report.LaterCases);
        Assert.Equal([KeyValuePair.Create("so-so", 1L)], report.UnknownAnswers);
    }

    [Fact]
    public void Rated_NobodyAnsweredInTheWholeTable_IsNoData()
    {
        var silent = CaseTable.From([Closed("water", null, contacted: true, resolved: true)], CampaignCalendars.Shanghai);

        Assert.Equal(Rate.NoData("closed cases"), silent.Summarise([], SatisfactionDefinition.ThreeRates).Total.Rated);
        Assert.Equal(Rate.Of(1, 2, "closed cases"), Table.Summarise([Dimension.Unit], SatisfactionDefinition.ThreeRates).Rows.Single(r => r.Key is ["housing"]).Rated);
    }

    [Fact]
    public void Row_OfNoReport_SaysSo()
    {
        var row = default(SatisfactionRow);

        Assert.All<Func<object?>>(
            [() => row.Key, () => row.Cases, () => row[0], () => row.Rated, () => row.Satisfaction, () => row.Composite, () => row.Times.Count, row.ToString],
            ask => Assert.StartsWith("A default row is of no report;", Assert.Throws<InvalidOperationException>(ask).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Summarise_UnratedCount_CountsAllClosedCases()
    {
        var water = Table.Summarise(by: [Dimension.Unit], OverClosed).Rows.Single(r => r.Key is ["water"]);

        Assert.Equal(Rate.Of(3, 4, "closed cases"), water.Response);
        Assert.Equal(Rate.Of(2, 4, "closed cases"), water.Resolution);
        Assert.Equal(Rate.Of(1.9m, 4, "closed cases"), water.Satisfaction);
    }

    [Fact]
    public void Summarise_AsOfBeforeTheClosing_ShowsTheCasesOpen()
    {
        var closing = Monday + Duration.FromDays(1);

        Assert.Equal(7, Table.Summarise([], SatisfactionDefinition.ThreeRates, closing - Duration.Epsilon).Total.Open);
        Assert.Equal(1, Table.Summarise([], SatisfactionDefinition.ThreeRates, closing).Total.Open);
    }

    [Fact]
    public void Summarise_FactThatNoCaseRecords_IsNoData()
    {
        var table = CaseTable.From([Closed("water", "satisfied", contacted: null, resolved: true)], CampaignCalendars.Utc);

        var total = table.Summarise([], OverClosed).Total;

        Assert.Equal(Rate.NoData("closed cases"), total.Response);
        Assert.Equal(Rate.Of(1, 1, "closed cases"), total.Resolution);
        Assert.Null(total.Composite);
    }

    [Fact]
    public void Summarise_EmptyTable_IsNoDataEverywhere()
    {
        var report = CaseTable.From([], CampaignCalendars.Utc).Summarise([Dimension.Unit], SatisfactionDefinition.ThreeRates);

        Assert.Empty(report.Rows);
        Assert.Equal("no data (0 of 0 valid call-backs)", report.Total.Satisfaction.ToString());
    }

    [Fact]
    public void Summarise_ByUnitAndWeek_UsesTheCalendarOfTheTable()
    {
        var sundayNight = new CaseRecord(Instant.FromUtc(2021, 3, 28, 16, 0)) { Unit = "water" };

        var report = CaseTable.From([sundayNight], CampaignCalendars.Shanghai).Summarise([Dimension.Unit, Dimension.Week, Dimension.Month], SatisfactionDefinition.ThreeRates);
        var inUtc = CaseTable.From([sundayNight], CampaignCalendars.Utc).Summarise([Dimension.Week], SatisfactionDefinition.ThreeRates);

        Assert.Equal(["water", "2021-W13", "2021-03"], Assert.Single(report.Rows).Key);
        Assert.Equal(["2021-W12"], Assert.Single(inUtc.Rows).Key);
    }

    [Fact]
    public void ToString_Report_NamesDefinitionBasesAndWhatWasLeftOut()
    {
        var text = Table.Summarise([Dimension.Unit], SatisfactionDefinition.ThreeRates, Monday + Duration.FromDays(7)).ToString().ReplaceLineEndings("\n");

        Assert.Equal(
            """
            three rates v1, as of 2021-04-05T04:00:00Z
            8 rows read: 0 bad, 0 repeated, 1 later, 7 cases reported
            Unknown answers, taken as unrated: 'so-so' 1
            total: 7 cases, 1 open
              response      66.67 % (2 of 3 valid call-backs; 95 % Wilson 20.77-93.85 %)
              resolution    33.33 % (1 of 3 valid call-backs; 95 % Wilson 6.15-79.23 %)
              satisfaction  63.33 % (1.9 of 3 valid call-backs; 95 % Wilson 18.97-92.72 %)
              rated         50.00 % (3 of 6 closed cases; 95 % Wilson 18.76-81.24 %)
              composite     48.67
            housing: 3 cases, 1 open
              response      0.00 % (0 of 1 valid call-backs; 95 % Wilson 0.00-79.35 %)
              resolution    0.00 % (0 of 1 valid call-backs; 95 % Wilson 0.00-79.35 %)
              satisfaction  0.00 % (0 of 1 valid call-backs; 95 % Wilson 0.00-79.35 %)
              rated         50.00 % (1 of 2 closed cases; 95 % Wilson 9.45-90.55 %)
              composite     0.00
            water: 4 cases, 0 open
            """.ReplaceLineEndings("\n"),
            text[..(text.IndexOf("0 open", StringComparison.Ordinal) + 6)]);
    }

    [Theory]
    [InlineData("unit")]
    [InlineData("category")]
    [InlineData("week")]
    [InlineData("month")]
    [InlineData("week from saturday 10:00")]
    public void TryParse_Dimension_KnowsItsName(string name)
    {
        Assert.True(Dimension.TryParse(name, out var dimension, out _));
        Assert.Equal(name, dimension.Name);
        Assert.False(Dimension.TryParse($"{name}s", out _, out var reason));
        Assert.StartsWith($"'{name}s' is nothing to group by", reason, StringComparison.Ordinal);
    }

    [Property(Arbitrary = [typeof(SatisfactionReportTests)])]
    public void Summarise_ByAnything_PoolsToTheTotal(CaseRecord[] cases, bool overClosed)
    {
        var report = CaseTable.From(cases, CampaignCalendars.Shanghai)
            .Summarise([Dimension.Unit, Dimension.Every(PeriodRule.Day)], overClosed ? OverClosed : SatisfactionDefinition.ThreeRates, Monday + Duration.FromDays(3));

        Assert.Equal(cases.Length, report.Total.Cases + report.LaterCases);
        Assert.Equal(report.Total.Cases, report.Rows.Sum(r => r.Cases));
        Assert.Equal(report.Total.Open, report.Rows.Sum(r => r.Open));
        if (report.Rows.Count == 0)
            return;
        Assert.Equal(report.Total.Response, Rate.Pool(report.Rows.Select(r => r.Response)));
        Assert.Equal(report.Total.Resolution, Rate.Pool(report.Rows.Select(r => r.Resolution)));
        Assert.Equal(report.Total.Satisfaction, Rate.Pool(report.Rows.Select(r => r.Satisfaction)));
        Assert.Equal(report.Total.Rated, Rate.Pool(report.Rows.Select(r => r.Rated)));
    }

    [Property(Arbitrary = [typeof(SatisfactionReportTests)])]
    public void Summarise_AnyOrderOfTheCases_IsTheSame(CaseRecord[] cases)
    {
        var report = CaseTable.From(cases, CampaignCalendars.Shanghai).Summarise([Dimension.Unit], SatisfactionDefinition.ThreeRates);
        var reversed = CaseTable.From(cases.Reverse(), CampaignCalendars.Shanghai).Summarise([Dimension.Unit], SatisfactionDefinition.ThreeRates);

        Assert.Equal(report.ToString(), reversed.ToString());
    }

    public static Arbitrary<CaseRecord> Records() => Arb.From(
        from opened in Gen.Choose(0, 100)
        from days in Gen.Choose(-2, 4)
        from unit in Gen.Elements("", "water", "housing", "roads")
        from answer in Gen.Elements(null, "satisfied", "basically satisfied", "dissatisfied", "not reached", "so-so")
        from contacted in Gen.Elements(null, (bool?)true, false)
        from resolved in Gen.Elements(null, (bool?)true, false)
        select new CaseRecord(Monday + Duration.FromHours(opened))
        {
            Closed = days < 0 ? null : Monday + Duration.FromHours(opened) + Duration.FromDays(days),
            Unit = unit,
            Answer = answer,
            Contacted = contacted,
            Resolved = resolved,
        });

    private static CaseRecord Closed(string unit, string? answer, bool? contacted, bool? resolved) =>
        new(Monday) { Closed = Monday + Duration.FromDays(1), Unit = unit, Answer = answer, Contacted = contacted, Resolved = resolved };
}
