using CampaignKit.Calendars;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CampaignKit.Grievances.Tests;

public sealed class SummaryTests
{
    private static readonly SatisfactionDefinition Rates = SatisfactionDefinition.ThreeRates;

    [Property(Arbitrary = [typeof(CaseLists)])]
    public void Summarise_AnyCases_IsWhatLinqSays(CaseRecord[] cases, bool asOf)
    {
        Instant? instant = asOf ? CaseLists.Start + Duration.FromDays(20) : null;

        var report = CaseTable.From(cases, CampaignCalendars.Shanghai).Summarise(CaseLists.Everything, Rates, instant);

        // Without a rated case the rate has no data where no case of the table answers; hits are 0 both ways.
        Assert.Equal(CaseLists.PlainRows(cases, CampaignCalendars.Shanghai, instant), CaseLists.Rows(report));
    }

    [Property(Arbitrary = [typeof(CaseLists)])]
    public void CountBy_AnyCases_IsWhatSummariseSays(CaseRecord[] cases, bool asOf)
    {
        Instant? instant = asOf ? CaseLists.Start + Duration.FromDays(20) : null;
        var table = CaseTable.From(cases, CampaignCalendars.Shanghai);

        Assert.Equal(
            table.Summarise(CaseLists.Everything, Rates, instant).Rows.Select(r => ($"{r[0]}/{r[1]}/{r[2]}", r.Cases, r.Open)),
            table.CountBy(CaseLists.Everything, instant).Select(g => ($"{g[0]}/{g[1]}/{g[2]}", g.Cases, g.Open)));
    }

    [Property(Arbitrary = [typeof(CaseLists)])]
    public void Merge_PartsInAnyOrder_IsTheOnePass(CaseRecord[] cases, byte[] partOf, int seed)
    {
        var all = CaseTable.From(cases, CampaignCalendars.Shanghai).Summarise(CaseLists.Everything, Rates, CaseLists.Start + Duration.FromDays(25));
        var parts = cases.Select((record, i) => (record, Part: partOf.Length == 0 ? 0 : partOf[i % partOf.Length] % 4)).GroupBy(c => c.Part, c => c.record)
            .Select(part => CaseTable.From(part, CampaignCalendars.Shanghai).Summarise(CaseLists.Everything, Rates, CaseLists.Start + Duration.FromDays(25)))
            .ToArray();
        if (parts.Length == 0)
            return;
        new Random(seed).Shuffle(parts);

        Assert.Equal(CaseLists.Text(all), CaseLists.Text(SatisfactionReport.Merge(parts)));
        Assert.Equal(CaseLists.Text(all), CaseLists.Text(parts.Aggregate((one, other) => SatisfactionReport.Merge(other, one))));
    }

    [Fact]
    public void Merge_ReportsOfDifferentKinds_AreRefused()
    {
        var table = CaseTable.From([new CaseRecord(CaseLists.Start)], CampaignCalendars.Utc);
        var report = table.Summarise([Dimension.Unit], Rates);
        var other = SatisfactionDefinition.Parse(SatisfactionDefinition.ThreeRatesJson.Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal));

        Assert.Contains("by unit and by week", Refusal(table.Summarise([Dimension.Week], Rates)), StringComparison.Ordinal);
        Assert.Contains("three rates v1 and three rates v2", Refusal(table.Summarise([Dimension.Unit], other)), StringComparison.Ordinal);
        Assert.Contains("as of", Refusal(table.Summarise([Dimension.Unit], Rates, CaseLists.Start)), StringComparison.Ordinal);
        Assert.Contains("calendars", Refusal(CaseTable.From(table.Cases, CampaignCalendars.Shanghai).Summarise([Dimension.Unit], Rates)), StringComparison.Ordinal);
        Assert.Contains("to the Instant and to the Day", Refusal(CaseTable.From(table.Cases, CampaignCalendars.Utc, TimeGrain.Day).Summarise([Dimension.Unit], Rates)), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => SatisfactionReport.Merge());

        string Refusal(SatisfactionReport part) => Assert.Throws<ArgumentException>(() => SatisfactionReport.Merge(report, part)).Message;
    }

    [Fact]
    public void Summarise_MoreKeysThanCodesFit_GroupsAllTheSame()
    {
        var cases = Enumerable.Range(0, 400).Select(i => new CaseRecord(CaseLists.Start + Duration.FromDays(7 * (i % 90)))
        {
            Unit = $"u{i % 353}",
            Category = $"c{i % 211}",
            Closed = i % 3 == 0 ? null : CaseLists.Start + Duration.FromDays((7 * (i % 90)) + (i % 11)),
        }).ToArray();

        var report = CaseTable.From(cases, CampaignCalendars.Shanghai).Summarise(CaseLists.Everything, Rates);

        Assert.Equal(CaseLists.PlainRows(cases, CampaignCalendars.Shanghai, null).Order(StringComparer.Ordinal), CaseLists.Rows(report).Order(StringComparer.Ordinal));
        Assert.Equal(400, report.Rows.Sum(r => r.Cases));
    }

    // More cases than are put in order at a time, in many groups, in some of hundreds of cases and in one.
    [Theory]
    [InlineData(211, 31, false)]
    [InlineData(40, 1, true)]
    [InlineData(1, 1, true)]
    public void Summarise_VeryManyCases_IsWhatLinqSays(int units, int categories, bool asOf)
    {
        var random = new Random(units);
        Instant? instant = asOf ? CaseLists.Start + Duration.FromDays(300) : null;
        string?[] answers = ["satisfied", "basically satisfied", "dissatisfied", "not reached", null];
        var cases = Enumerable.Range(0, 530_000).Select(_ =>
        {
            var opened = CaseLists.Start + Duration.FromMinutes(random.Next(600_000));
            return new CaseRecord(opened)
            {
                Unit = $"u{random.Next(units):000}",
                Category = $"c{random.Next(categories):000}",
                Closed = random.Next(10) == 0 ? null : opened + Duration.FromMinutes(random.Next(1 << random.Next(20))),
                Answer = answers[random.Next(answers.Length)],
                Duplicate = random.Next(7) == 0,
            };
        }).ToArray();

        var report = CaseTable.From(cases, CampaignCalendars.Utc).Summarise(CaseLists.Everything, Rates, instant);

        Assert.True(CaseLists.PlainRows(cases, CampaignCalendars.Utc, instant).SequenceEqual(CaseLists.Rows(report)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100_000)]
    [InlineData(long.MaxValue)]
    public void ShortSort_AnyLengthAndSpan_IsTheOrder(long below)
    {
        var random = new Random(1);
        for (var length = 0; length < 1_100; length += 1 + (length / 50))
        {
            long[] times = [.. Enumerable.Range(0, length).Select(i => i % 3 == 0 ? random.NextInt64(below) : random.NextInt64(1 + (below >> random.Next(1, 40))))];
            long[] sorted = [.. times.Order()];

            ShortSort.Sort(times);

            Assert.Equal(sorted, times);
        }
    }

    [Theory]
    [InlineData("America/New_York", 0)]
    [InlineData("Asia/Shanghai", 4)]
    [InlineData("Pacific/Apia", 10)]
    public void Summarise_ByPeriods_IsWhatTheCalendarSays(string zone, int dayStart)
    {
        var calendar = CampaignCalendar.In(zone, new LocalTime(dayStart, 0));
        var cases = Enumerable.Range(0, 5000).Select(i => new CaseRecord(Instant.FromUtc(2011, 12, 1, 0, 0) + Duration.FromMinutes(i * 37L * (1 + (i % 7)))))
            .Append(new CaseRecord(Instant.FromUtc(1931, 1, 1, 0, 0))).ToArray();
        foreach (var rule in (PeriodRule[])[PeriodRule.Day, PeriodRule.Week, PeriodRule.Month, PeriodRule.Parse("week from saturday 10:00")])
        {
            var expected = cases.GroupBy(c => calendar.PeriodOf(rule, c.Opened).Id).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key}: {g.Count()} cases, {g.Count()} open".Replace("1001", "1,001", StringComparison.Ordinal));

            Assert.Equal(expected, CaseTable.From(cases, calendar).CountBy([Dimension.Every(rule)]).Select(g => g.ToString().Replace(",0", "0", StringComparison.Ordinal).Replace("1,", "1", StringComparison.Ordinal)));
        }
    }

    [Property]
    public void Quantile_OfAnyTimes_IsTheNearestRank(byte[] hours, byte percent)
    {
        var share = percent % 101;
        var times = CaseTable.From(hours.Select(h => new CaseRecord(CaseLists.Start) { Closed = CaseLists.Start + Duration.FromHours(h) }), CampaignCalendars.Utc)
            .Summarise([], Rates).Total.Times;
        Duration? expected = hours.Length == 0 ? null : Duration.FromHours(hours.Order().ElementAt(Math.Max(1, ((share * hours.Length) + 99) / 100) - 1));

        Assert.Equal(expected, times.Quantile(share / 100.0));
        Assert.Equal((hours.Length, hours.Sum(h => h) * NodaConstants.TicksPerHour), (times.Count, (long)times.SumTicks));
        Assert.Equal(hours.Count(h => h <= percent), times.CountWithin(Duration.FromHours(percent)));
    }

    [Fact]
    public void Quantile_OfEveryFraction_IsItsRank()
    {
        for (var n = 1; n <= 60; n++)
        {
            var times = CaseTable.From(Enumerable.Range(1, n).Select(h => new CaseRecord(CaseLists.Start) { Closed = CaseLists.Start + Duration.FromHours(h) }), CampaignCalendars.Utc)
                .Summarise([], Rates).Total.Times;
            for (var k = 0; k <= n; k++)
                Assert.Equal((n, k, Duration.FromHours(Math.Max(1, k))), (n, k, times.Quantile((double)k / n)));
        }
    }

    [Theory]
    [InlineData("900", "800")]
    [InlineData("\"not reached\", ", "")]
    [InlineData("\"satisfaction\": { \"of\": \"rated\"", "\"satisfaction\": { \"of\": \"closed\"")]
    [InlineData("\"resolution\": 500, \"satisfaction\": 400", "\"resolution\": 400, \"satisfaction\": 500")]
    public void Merge_DefinitionOfOneNameWithOtherContent_IsRefused(string part, string other)
    {
        var table = CaseTable.From([new CaseRecord(CaseLists.Start)], CampaignCalendars.Utc);
        var same = SatisfactionDefinition.Parse(SatisfactionDefinition.ThreeRatesJson);
        var changed = SatisfactionDefinition.Parse(SatisfactionDefinition.ThreeRatesJson.Replace(part, other, StringComparison.Ordinal));

        Assert.Equal(2, SatisfactionReport.Merge(table.Summarise([], Rates), table.Summarise([], same)).Total.Cases);
        var refusal = Assert.Throws<ArgumentException>(() => SatisfactionReport.Merge(table.Summarise([], Rates), table.Summarise([], changed)));
        Assert.Contains("which differ in content", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_GoneThrough_AllocateNextToNothing()
    {
        var cases = Enumerable.Range(0, 20_000).Select(i => new CaseRecord(CaseLists.Start) { Unit = $"u{i}", Closed = CaseLists.Start + Duration.FromHours(i) });
        var rows = CaseTable.From(cases, CampaignCalendars.Utc).Summarise([Dimension.Unit], Rates).Rows;

        // What the runtime allocates when code first runs, or is compiled anew on this thread, does not come back each time; what a row allocates does.
        var allocated = Enumerable.Range(0, 5).Select(_ => Allocated()).Min();

        Assert.InRange(allocated, 0, 1_000);

        long Allocated()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var sum = 0L;
            foreach (var row in rows)
                sum += row.Cases + row.Open + row[0].Length + row.Times.P90!.Value.Days;
            var after = GC.GetAllocatedBytesForCurrentThread();
            Assert.True(sum > 20_000);
            return after - before;
        }
    }
}
