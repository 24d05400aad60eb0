using NodaTime;

namespace CampaignKit.Calendars.Tests;

public sealed class CampaignCalendarTests
{
    [Fact]
    public void DayOf_AtMidnight_BeginsTheNewDay()
    {
        var shanghai = CampaignCalendar.In("Asia/Shanghai");

        Assert.Equal(new LocalDate(2021, 3, 29), shanghai.DayOf(Instant.FromUtc(2021, 3, 29, 15, 59, 59)));
        Assert.Equal(new LocalDate(2021, 3, 30), shanghai.DayOf(Instant.FromUtc(2021, 3, 29, 16, 0)));
    }

    [Fact]
    public void DayOf_BeforeTheDayStart_IsTheDayBefore()
    {
        var calendar = CampaignCalendar.In("Asia/Shanghai", new LocalTime(4, 0));

        Assert.Equal(new LocalDate(2021, 3, 29), calendar.DayOf(Instant.FromUtc(2021, 3, 29, 19, 59)));
        Assert.Equal(new LocalDate(2021, 3, 30), calendar.DayOf(Instant.FromUtc(2021, 3, 29, 20, 0)));
    }

    [Theory]
    [InlineData("Europe/Berlin", 2021, 3, 28, 23.0)]
    [InlineData("Europe/Berlin", 2021, 10, 31, 25.0)]
    [InlineData("Europe/Berlin", 2021, 6, 1, 24.0)]
    [InlineData("Australia/Lord_Howe", 2021, 10, 3, 23.5)]
    [InlineData("Australia/Lord_Howe", 2021, 4, 4, 24.5)]
    [InlineData("Pacific/Apia", 2011, 12, 30, 0.0)]
    public void IntervalOf_DayOfAClockChange_HasTheHoursOfTheZone(string zone, int year, int month, int day, double hours) =>
        Assert.Equal(Duration.FromHours(hours), CampaignCalendar.In(zone).IntervalOf(new LocalDate(year, month, day)).Duration);

    [Fact]
    public void StartOf_DayStartInAGap_IsTheEndOfTheGap()
    {
        var berlin = CampaignCalendar.In("Europe/Berlin", new LocalTime(2, 30));

        Assert.Equal(Instant.FromUtc(2021, 3, 28, 1, 0), berlin.StartOf(new LocalDate(2021, 3, 28)));
    }

    [Fact]
    public void StartOf_DayStartShownTwice_IsTheEarlier()
    {
        var berlin = CampaignCalendar.In("Europe/Berlin", new LocalTime(2, 30));
        var day = new LocalDate(2021, 10, 31);

        Assert.Equal(Instant.FromUtc(2021, 10, 31, 0, 30), berlin.StartOf(day));
        Assert.Equal(day, berlin.DayOf(Instant.FromUtc(2021, 10, 31, 1, 10)));
    }

    [Fact]
    public void DayOf_AfterASkippedDate_PassesItOver()
    {
        var apia = CampaignCalendar.In("Pacific/Apia");
        var change = Instant.FromUtc(2011, 12, 30, 10, 0);

        Assert.Equal(new LocalDate(2011, 12, 29), apia.DayOf(change - Duration.Epsilon));
        Assert.Equal(new LocalDate(2011, 12, 31), apia.DayOf(change));
    }

    [Property(Arbitrary = [typeof(Calendars)], MaxTest = 2000)]
    public void DayOf_AnyInstant_HoldsTheInstant(CampaignCalendar calendar, Instant instant)
    {
        var day = calendar.DayOf(instant);

        Assert.True(calendar.StartOf(day) <= instant);
        Assert.True(instant < calendar.EndOf(day));
        Assert.Equal(calendar.EndOf(day), calendar.StartOf(day.PlusDays(1)));
        Assert.True(calendar.IntervalOf(day).Contains(instant));
    }

    [Property(Arbitrary = [typeof(Calendars)], MaxTest = 500)]
    public void DayOf_LaterInstant_IsNoEarlierDay(CampaignCalendar calendar, Instant one, Instant other)
    {
        var (earlier, later) = one <= other ? (one, other) : (other, one);

        Assert.True(calendar.DayOf(earlier) <= calendar.DayOf(later));
    }

    [Fact]
    public void In_UnknownZone_NamesIt()
    {
        var error = Assert.Throws<ArgumentException>(() => CampaignCalendar.In("Asia/Shangai"));

        Assert.Contains("'Asia/Shangai' is not the id of an IANA time zone", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Equals_SameZoneAndDayStart_IsTrue()
    {
        Assert.Equal(CampaignCalendar.In("Asia/Shanghai", new LocalTime(4, 0)), new CampaignCalendar(DateTimeZoneProviders.Tzdb["Asia/Shanghai"], new LocalTime(4, 0)));
        Assert.NotEqual(CampaignCalendar.In("Asia/Shanghai"), CampaignCalendar.In("Asia/Shanghai", new LocalTime(4, 0)));
        Assert.Equal("Asia/Shanghai, days from 04:00:00", CampaignCalendar.In("Asia/Shanghai", new LocalTime(4, 0)).ToString());
    }
}
