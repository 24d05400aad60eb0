using NodaTime;

namespace CampaignKit.Calendars.Tests;

public sealed class PeriodTests
{
    private static readonly CampaignCalendar Shanghai = CampaignCalendar.In("Asia/Shanghai");
    private static readonly PeriodRule SaturdayAtTen = PeriodRule.WeekFrom(IsoDayOfWeek.Saturday, new LocalTime(10, 0));

    [Theory]
    [InlineData("day", "2021-03-29", "2021-03-29", "2021-03-29")]
    [InlineData("week", "2021-W13", "2021-03-29", "2021-04-04")]
    [InlineData("month", "2021-03", "2021-03-01", "2021-03-31")]
    [InlineData("week from saturday", "week-2021-03-27", "2021-03-27", "2021-04-02")]
    [InlineData("week from saturday 10:00", "week-2021-03-27", "2021-03-28", "2021-04-03")]
    [InlineData("week from monday 00:00", "week-2021-03-29", "2021-03-29", "2021-04-04")]
    public void PeriodOf_Instant_HasIdAndDays(string rule, string id, string firstDay, string lastDay)
    {
        var period = Shanghai.PeriodOf(PeriodRule.Parse(rule), Instant.FromUtc(2021, 3, 29, 4, 0));

        Assert.Equal(id, period.Id);
        Assert.Equal(id, period.ToString());
        Assert.Equal(firstDay, Iso(period.FirstDay));
        Assert.Equal(lastDay, Iso(period.LastDay));
        Assert.Equal(NodaTime.Period.DaysBetween(period.FirstDay, period.LastDay) + 1, period.Days.Count());
    }

    [Fact]
    public void PeriodOf_WeekWithATime_ChangesAtThatTime()
    {
        var change = Instant.FromUtc(2021, 3, 27, 2, 0);

        Assert.Equal("week-2021-03-20", Shanghai.PeriodOf(SaturdayAtTen, change - Duration.Epsilon).Id);
        Assert.Equal("week-2021-03-27", Shanghai.PeriodOf(SaturdayAtTen, change).Id);
        Assert.Equal(change, Shanghai.PeriodOf(SaturdayAtTen, change).Start);
    }

    [Fact]
    public void PeriodOf_WeekWithoutATime_ChangesAtTheDayStart()
    {
        var calendar = CampaignCalendar.In("Asia/Shanghai", new LocalTime(4, 0));

        Assert.Equal(Instant.FromUtc(2021, 3, 28, 20, 0), calendar.PeriodById(PeriodRule.Week, "2021-W13").Start);
    }

    [Theory]
    [InlineData(2020, 12, 31, "2020-W53")]
    [InlineData(2021, 1, 1, "2020-W53")]
    [InlineData(2021, 1, 3, "2020-W53")]
    [InlineData(2021, 1, 4, "2021-W01")]
    [InlineData(2018, 12, 31, "2019-W01")]
    [InlineData(2016, 1, 3, "2015-W53")]
    public void PeriodOf_WeekAtTheEdgeOfAYear_IsTheIsoWeek(int year, int month, int day, string id) =>
        Assert.Equal(id, Shanghai.PeriodOf(PeriodRule.Week, new LocalDate(year, month, day)).Id);

    [Fact]
    public void Next_EdgeOfAYear_CrossesIt()
    {
        var last = Shanghai.PeriodById(PeriodRule.Week, "2020-W53");

        Assert.Equal("2021-W01", Shanghai.Next(last).Id);
        Assert.Equal("2020-W52", Shanghai.Previous(last).Id);
    }

    [Fact]
    public void Next_BeforeASkippedDate_PassesItOver()
    {
        var apia = CampaignCalendar.In("Pacific/Apia");

        Assert.Equal("2011-12-31", apia.Next(apia.PeriodById(PeriodRule.Day, "2011-12-29")).Id);
        Assert.Equal(6, apia.PeriodById(PeriodRule.Week, "2011-W52").Days.Count());
        Assert.Equal(30, apia.PeriodById(PeriodRule.Month, "2011-12").Days.Count());
        Assert.Equal("2011-12-31", Iso(apia.PeriodById(PeriodRule.WeekFrom(IsoDayOfWeek.Friday), "week-2011-12-30").FirstDay));
    }

    [Theory]
    [InlineData("week", "2021-W53", "'2021-W53' is not the id of a period of rule 'week': ids look like 2021-W13.")]
    [InlineData("week", "2021-13", "ids look like 2021-W13")]
    [InlineData("week", "2021-W13\n", "ids look like 2021-W13")]
    [InlineData("day", "2021-02-29", "ids look like 2021-03-29")]
    [InlineData("month", "2021-13", "ids look like 2021-03")]
    [InlineData("week from saturday", "week-2021-03-28", "ids look like week-2021-03-27")]
    [InlineData("week from saturday", "2021-W13", "'2021-W13' is not the id of a period of rule 'week from saturday'")]
    public void PeriodById_NoSuchPeriod_NamesIdAndForm(string rule, string id, string message)
    {
        var error = Assert.Throws<FormatException>(() => Shanghai.PeriodById(PeriodRule.Parse(rule), id));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TryPeriodById_SkippedDate_SaysSo()
    {
        Assert.False(CampaignCalendar.In("Pacific/Apia").TryPeriodById(PeriodRule.Day, "2011-12-30", out var period, out var reason));
        Assert.Null(period);
        Assert.Equal("'2011-12-30' is a date that Pacific/Apia skipped.", reason);
    }

    [Property(Arbitrary = [typeof(Calendars)], MaxTest = 2000)]
    public void PeriodOf_AnyInstant_TilesTime(CampaignCalendar calendar, PeriodRule rule, Instant instant)
    {
        var period = calendar.PeriodOf(rule, instant);

        Assert.True(period.Contains(instant));
        Assert.False(period.Contains(period.End));
        Assert.Equal(period.End, calendar.Next(period).Start);
        Assert.Equal(period.Start, calendar.Previous(period).End);
        Assert.Equal(period, calendar.Previous(calendar.Next(period)));
    }

    [Property(Arbitrary = [typeof(Calendars)], MaxTest = 2000)]
    public void PeriodById_IdOfAPeriod_IsThatPeriod(CampaignCalendar calendar, PeriodRule rule, Instant instant)
    {
        var period = calendar.PeriodOf(rule, instant);

        Assert.Equal(period, calendar.PeriodById(rule, period.Id));
        Assert.DoesNotContain(period.Id, c => Path.GetInvalidFileNameChars().Contains(c) || c is ':' or ' ');
    }

    [Property(Arbitrary = [typeof(Calendars)], MaxTest = 1000)]
    public void Days_AnyPeriod_AreTheDaysThatStartInIt(CampaignCalendar calendar, PeriodRule rule, Instant instant)
    {
        var period = calendar.PeriodOf(rule, instant);
        var around = Enumerable.Range(-3, 40).Select(n => calendar.DayOf(period.Start).PlusDays(n));
        var expected = around.Where(d => !calendar.IntervalOf(d).Duration.Equals(Duration.Zero) && period.Contains(calendar.StartOf(d))).ToArray();

        Assert.Equal(expected, period.Days);
        Assert.Equal(expected[0], period.FirstDay);
        Assert.Equal(expected[^1], period.LastDay);
        Assert.All(expected, d => Assert.Equal(period, calendar.PeriodOf(rule, d)));
    }

    private static string Iso(LocalDate date) => NodaTime.Text.LocalDatePattern.Iso.Format(date);
}
