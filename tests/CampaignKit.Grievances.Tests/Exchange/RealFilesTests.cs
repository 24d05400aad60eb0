using NodaTime;

namespace CampaignKit.Grievances.Tests;

public sealed class RealFilesTests
{
    [RealDataFact("nyc_311_animals_2025q1.csv.gz")]
    public void NewYork_Animals_AreCountedAsPublished()
    {
        var table = CaseTable.Read(RealData.PathOf("nyc_311_animals_2025q1.csv.gz"), CsvMap.NewYork);
        var report = table.Summarise([Dimension.Unit], SatisfactionDefinition.ThreeRates);

        Assert.Equal((4969, 4692L, 277L), (table.Count, report.Total.Closed, report.Total.Open));
        Assert.Equal((4969L, 0, 0), (table.RowsRead, table.BadRows.Count, table.RepeatedCases.Count));
        Assert.Equal(["DOHMH 549", "DPR 921", "DSNY 1695", "NYPD 1804"], report.Rows.Select(r => $"{r[0]} {r.Cases}"));
        Assert.False(report.Total.OnTime.HasData);
        Assert.Equal(
            new CaseRecord(Instant.FromUtc(2025, 3, 14, 5, 20)) { Id = "64345465", Unit = "NYPD", Category = "Animal-Abuse", Updated = Instant.FromUtc(2025, 3, 14, 5, 59) },
            table.Cases.First());
    }

    [RealDataFact("nyc_311_animals_2025q1.csv.gz")]
    public void NewYork_UpdatesOnClosing_AreFlaggedWhereMostAre()
    {
        var table = CaseTable.Read(RealData.PathOf("nyc_311_animals_2025q1.csv.gz"), CsvMap.NewYork);

        var flags = FlagReport.Of(table).Flags.Where(f => f.Kind is FlagKind.UpdateAsClosing).ToArray();

        // The health department has 57 of 411, the sanitation department 42 of 1,603: fewer than half.
        Assert.Equal(4784, table.Cases.Count(c => c.Updated is not null));
        Assert.Equal([("DPR", 825m, 884L), ("NYPD", 1691m, 1794L)], flags.Select(f => (f.Unit, f.Rate.Hits, f.Rate.Base)));
        Assert.All(flags, f => Assert.Contains("may simply have been the last thing that happened", f.Sentence, StringComparison.Ordinal));
    }

    [RealDataFact("boston_311_100_with_sla.csv")]
    public void Boston_OnTime_CountsOpenCasesThatAreLate()
    {
        var file = RealData.PathOf("boston_311_100_with_sla.csv");
        var table = CaseTable.Read(file, CsvMap.Boston);
        var total = table.Summarise([], SatisfactionDefinition.ThreeRates).Total;

        Assert.Equal((100, 85L, 15L), (table.Count, total.Closed, total.Open));
        Assert.Equal(Rate.Of(72, 77, "closed cases with a target and a known closing time"), total.ClosedOnTime);
        Assert.False(total.OnTime.HasData);
        var years = table.Summarise([], SatisfactionDefinition.ThreeRates, table.Cases.Max(c => c.Opened) + Duration.FromDays(3650)).Total;
        Assert.Equal((72m, 89L), (years.OnTime.Hits, years.OnTime.Base));

        // The publisher says "on time" of eleven cases that have no target, which makes 83 of 100.
        var published = File.ReadLines(file).Skip(1).Count(line => line.Contains(",ONTIME,", StringComparison.Ordinal));
        Assert.Equal((83, 11), (published, table.Cases.Count(c => c.Due is null)));
        Assert.Equal(12, table.Cases.Count(c => !c.IsClosed && c.Due is not null));
    }

    [RealDataFact("open311_koeln_requests.json")]
    public void Cologne_Requests_AreFiftyOpenCasesOfWhichTwoShareAnId()
    {
        var file = RealData.PathOf("open311_koeln_requests.json");
        var table = Open311.ReadRequests(file);

        Assert.Equal((50L, 49, 0, 0), (table.RowsRead, table.Count, table.BadRows.Count, table.Cases.Count(c => c.IsClosed)));
        Assert.Equal(new RepeatedCase(241, "A-173374", 224), Assert.Single(table.RepeatedCases));
        Assert.Equal(50, Open311.ReadRequests(file, new Open311Options { Repeats = RepeatedIds.EveryCounts }).Count);
        Assert.Equal(28, table.Cases.Count(c => c.Category == "Schrottfahrzeuge/-fahrräder"));
        Assert.Equal(
            new CaseRecord(Instant.FromUtc(2023, 12, 11, 8, 1, 37)) { Id = "A-173480", Category = "Schrottfahrzeuge/-fahrräder", Updated = Instant.FromUtc(2023, 12, 11, 8, 16, 21) },
            table.Cases.First());
        Assert.Empty(table.Assumptions);
    }

    [RealDataFact("open311_boston_closed_proxy.json")]
    public void BostonProxy_ClosingTime_StaysMissing()
    {
        var table = Open311.ReadRequests(RealData.PathOf("open311_boston_closed_proxy.json"));

        var closed = Assert.Single(table.Cases);
        Assert.Equal((null, true), (closed.Closed, closed.ClosingTimeUnknown));
        Assert.Equal(Instant.FromUtc(2018, 7, 20, 12, 30), closed.Due);
        Assert.Equal(Instant.FromUtc(2018, 10, 23, 10, 18, 51), closed.Updated);
        Assert.Empty(FlagReport.Of(table).Flags);
        var total = table.Summarise([], SatisfactionDefinition.ThreeRates).Total;
        Assert.Equal((1L, 0, false), (total.Closed, total.Times.Count, total.OnTime.HasData));
    }

    [RealDataFact("open311_boston_closed_proxy.json")]
    public void BostonProxy_UpdatedTakenForClosing_IsSaid()
    {
        var options = new Open311Options { ClosedField = Open311Options.UpdatedField };

        var table = Open311.ReadRequests(RealData.PathOf("open311_boston_closed_proxy.json"), options);

        var report = table.Summarise([], SatisfactionDefinition.ThreeRates);
        Assert.Equal(Duration.FromDays(96), report.Total.Times.P50!.Value - Duration.FromSeconds((1 * 3600) + (42 * 60) + 51));
        Assert.Contains("Assumed: closing times are updated_datetime, the last change of a closed request", report.ToString(), StringComparison.Ordinal);
        Assert.Equal(report.Assumptions, SatisfactionReport.Merge(report, report).Assumptions);
        Assert.Empty(FlagReport.Of(table).Flags);
    }
}
