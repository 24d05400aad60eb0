using NodaTime;

namespace CampaignKit.Calendars.Tests;

public sealed class ReadmeTests
{
    [Fact]
    public void Example_OfTheReadme_PrintsWhatItSays()
    {
        var calendar = CampaignCalendar.In("Asia/Shanghai", dayStart: new LocalTime(4, 0));
        var checkedIn = Instant.FromUtc(2021, 4, 4, 17, 30);

        LocalDate day = calendar.DayOf(checkedIn);
        Period week = calendar.PeriodOf(PeriodRule.Week, checkedIn);
        Period next = calendar.Next(week);
        IEnumerable<LocalDate> days = week.Days;

        PeriodRule shift = PeriodRule.Parse("week from saturday 10:00");
        string file = $"draw-{calendar.PeriodOf(shift, checkedIn).Id}.json";
        Period again = calendar.PeriodById(shift, "week-2021-04-03");

        Assert.Equal(new LocalDate(2021, 4, 4), day);
        Assert.Equal(("2021-W13", "2021-W14"), (week.Id, next.Id));
        Assert.Equal((new LocalDate(2021, 3, 29), new LocalDate(2021, 4, 4)), (days.First(), days.Last()));
        Assert.Equal("draw-week-2021-04-03.json", file);
        Assert.Equal(calendar.PeriodOf(shift, checkedIn), again);
    }
}
