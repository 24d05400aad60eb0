using CampaignKit.Calendars;
using NodaTime;

namespace CampaignKit.Grievances.Tests;

public sealed class TablesReadmeTests
{
    [Fact]
    public void Example_OfTheReadme_Runs()
    {
        const string csv =
            """
            request_id,created_date,status,completed_date,subcategory,ward
            1,2012-07-06,Completed,2012-07-27,Other,47
            1,2012-07-06,Completed - Dup,2012-07-30,Other,47
            2,2012-07-06,Open,,Other,3
            3,2012-07-06,Lost,,Other,3
            4,2012-07-06,Open,2012-07-07,Other,3
            5,2012-07-06,completed,,Other,3
            """;
        var (now, calendar) = (Instant.FromUtc(2021, 3, 29, 12, 0), CampaignCalendars.Utc);

        CaseTable table = CaseTable.Read(new StringReader(csv), CsvMap.Chicago);
        SatisfactionReport report = table.Summarise(by: [Dimension.Unit, Dimension.Category, Dimension.Week], SatisfactionDefinition.ThreeRates);
        var board = new CaseBoard([Dimension.Unit], SatisfactionDefinition.ThreeRates, calendar);
        board.Put(new CaseRecord(now) { Id = "c-1", Unit = "water" });
        board.Close("c-1", now + Duration.FromHours(3));

        Assert.Equal(["3/2/1/", "47/2/0/24:00:00:00"], report.Rows.Select(r => $"{r[0]}/{r.Cases}/{r.Open}/{r.Times.P90:D:hh:mm:ss}"));
        Assert.Equal(["3: 2 cases, 1 open", "47: 2 cases, 0 open"], table.CountBy([Dimension.Unit]).Select(g => g.ToString()));
        Assert.Equal(
            ["line 5: status 'Lost': must be Completed, Completed - Dup, Open, Open - Dup", "line 6: completed_date '2012-07-07': must be blank, for status is Open"],
            table.BadRows.Select(r => r.ToString()));
        Assert.Equal((4, 6L, new RepeatedCase(3, "1", 2)), (table.Count, table.RowsRead, Assert.Single(table.RepeatedCases)));
        Assert.Equal(4, SatisfactionReport.Merge(report, report).Rows[1].Cases);
        Assert.True(board.TryGetGroup(["water"], out var water));
        Assert.Equal(Duration.FromHours(3), water.Times.P50);
    }

    [Fact]
    public void Builder_Records_SaysWhatBecameOfEach()
    {
        var builder = new CaseTableBuilder(CampaignCalendars.Utc, badRowLimit: 1);
        var record = new CaseRecord(CaseLists.Start) { Id = "1", ClosingTimeUnknown = true, Unit = "water", Duplicate = true };
        var bad = record with { Id = "2", Closed = CaseLists.Start - Duration.FromTicks(1) };

        Assert.Equal([RowOutcome.Added, RowOutcome.Repeated, RowOutcome.Bad], [builder.Add(record), builder.Add(record), builder.Add(bad)]);
        var table = builder.Build();
        Assert.Throws<BadRowsException>(() => builder.Add(new BadRow(9, [])));

        Assert.Equal(record, Assert.Single(table.Cases));
        Assert.Equal((1, 1, 3L), (table.RepeatedCases.Count, table.BadRows.Count, table.RowsRead));
    }

    [Fact]
    public void Read_Cancelled_KeepsNothing() =>
        Assert.Throws<OperationCanceledException>(() => CaseTable.Read(new StringReader("opened\n"), CsvMap.Parse("opened=opened"), cancellationToken: new CancellationToken(canceled: true)));

    [Theory]
    [InlineData("America/New_York")]
    [InlineData("Asia/Shanghai")]
    [InlineData("Australia/Lord_Howe")]
    public void Read_AnyLocalHour_IsTheInstantOfTheZone(string zone)
    {
        var calendar = CampaignCalendar.In(zone);
        LocalDateTime[] hours = [.. Enumerable.Range(0, 24 * 366).Select(h => new LocalDateTime(2024, 1, 1, 0, 30).PlusHours(h))];
        var text = $"opened\n{string.Join('\n', hours.Select(h => h.ToString("uuuu-MM-dd HH:mm", null)))}\n";

        var table = CaseTable.Read(new StringReader(text), CsvMap.Parse("opened=opened") with { Calendar = calendar });

        Assert.Equal(hours.Select(h => h.InZoneLeniently(calendar.Zone).ToInstant()), table.Cases.Select(c => c.Opened));
    }
}
