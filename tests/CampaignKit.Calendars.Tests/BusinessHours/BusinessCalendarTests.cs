using NodaTime;
using NodaTime.TimeZones;

namespace CampaignKit.Calendars.Tests;

public sealed class BusinessCalendarTests
{
    private const string SplitDay = "mon-fri 09:00-12:00 13:30-17:30";

    [Fact]
    public void Elapsed_OverTheLunchBreak_LeavesItOut()
    {
        var office = BusinessCalendar.In("Asia/Shanghai", SplitDay);

        Assert.Equal(Duration.FromHours(2), office.Elapsed(Local(office, 2025, 6, 10, 11, 0), Local(office, 2025, 6, 10, 14, 30)));
        Assert.Equal(Local(office, 2025, 6, 10, 14, 30), office.Deadline(Local(office, 2025, 6, 10, 11, 0), Duration.FromHours(2)));
    }

    [Fact]
    public void HoursOn_MakeUpDayThatIsAHoliday_IsOpen()
    {
        var sunday = new LocalDate(2025, 4, 27);
        var calendar = BusinessCalendar.In("Asia/Shanghai", SplitDay, [sunday, new LocalDate(2025, 5, 1)], [new(sunday, OpeningHours.Parse("10:00-11:00"))]);

        Assert.Equal("10:00-11:00", calendar.HoursOn(sunday).ToString());
        Assert.Equal(OpeningHours.Closed, calendar.HoursOn(new LocalDate(2025, 5, 1)));
        Assert.Equal(420, calendar.HoursOn(new LocalDate(2025, 4, 28)).Minutes);
        Assert.Equal(2, calendar.Exceptions.Count);
    }

    [Fact]
    public void Elapsed_NightShiftWhenClocksChange_CountsTheHoursThatThereWere()
    {
        var nights = BusinessCalendar.In("Europe/Berlin", "mon-sun 00:00-06:00 22:00-24:00");

        Assert.Equal(Duration.FromHours(7), nights.Elapsed(Local(nights, 2026, 3, 28, 22, 0), Local(nights, 2026, 3, 29, 6, 0)));
        Assert.Equal(Duration.FromHours(9), nights.Elapsed(Local(nights, 2026, 10, 24, 22, 0), Local(nights, 2026, 10, 25, 6, 0)));
    }

    [Fact]
    public void OpenIntervals_AcrossMidnight_AreOneStretch()
    {
        var nights = BusinessCalendar.In("Europe/Berlin", "mon-sun 00:00-06:00 22:00-24:00");
        var start = Local(nights, 2026, 6, 1, 21, 0);

        Assert.Equal(
            [new Interval(Local(nights, 2026, 6, 1, 22, 0), Local(nights, 2026, 6, 2, 6, 0)), new Interval(Local(nights, 2026, 6, 2, 22, 0), Local(nights, 2026, 6, 2, 23, 0))],
            nights.OpenIntervals(start, Local(nights, 2026, 6, 2, 23, 0)));
    }

    [Fact]
    public void Deadline_CalendarThatOpensNoMore_IsNone()
    {
        var once = BusinessCalendar.In("Europe/Berlin", "mon-sun closed", workingDays: [new(new LocalDate(2026, 6, 1), OpeningHours.Parse("09:00-10:00"))]);

        Assert.Equal(Local(once, 2026, 6, 1, 10, 0), once.Deadline(Local(once, 2020, 1, 1, 0, 0), Duration.FromHours(1)));
        Assert.Null(once.Deadline(Local(once, 2020, 1, 1, 0, 0), Duration.FromHours(1) + Duration.Epsilon));
        Assert.Null(once.Deadline(Local(once, 2026, 6, 1, 10, 0), Duration.Epsilon));
        Assert.Null(BusinessCalendar.In("Asia/Shanghai", SplitDay).Deadline(Local(once, 2020, 1, 1, 0, 0), Duration.FromDays(5_000_000)));
        Assert.Null(BusinessCalendar.AroundTheClock.Deadline(Local(once, 2020, 1, 1, 0, 0), Duration.FromDays(5_000_000)));
    }

    [Fact]
    public void Deadline_TimeRunsOutAtTheEndOfADay_IsThenWhateverDayComesNext()
    {
        KeyValuePair<LocalDate, OpeningHours> saturday = new(new LocalDate(2025, 9, 27), OpeningHours.Parse("09:00-12:00"));
        foreach (var office in new[] { BusinessCalendar.In("Asia/Shanghai", SplitDay, [new LocalDate(2025, 9, 27)]), BusinessCalendar.In("Asia/Shanghai", SplitDay, null, [saturday]) })
        {
            var friday = Local(office, 2025, 9, 26, 16, 30);

            Assert.Equal(Local(office, 2025, 9, 26, 17, 30), office.Deadline(friday, Duration.FromHours(1)));
        }
    }

    [Fact]
    public void Elapsed_BackInTime_IsRefused()
    {
        var noon = Instant.FromUtc(2026, 1, 1, 12, 0);

        Assert.Throws<ArgumentOutOfRangeException>(() => BusinessCalendar.AroundTheClock.Elapsed(noon, noon - Duration.Epsilon));
        Assert.Throws<ArgumentOutOfRangeException>(() => BusinessCalendar.AroundTheClock.Deadline(noon, -Duration.Epsilon));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    public void ElapsedAndDeadline_OverYears_LookUpTheZoneOncePerChangeOfClocks(int years)
    {
        var zone = new CountingZone(DateTimeZoneProviders.Tzdb["Europe/Berlin"]);
        var office = new BusinessCalendar(zone, WeeklyHours.Parse(SplitDay), Enumerable.Range(0, years).Select(y => new LocalDate(1990 + y, 5, 1)));
        var from = Instant.FromUtc(1990, 1, 1, 0, 0);

        var elapsed = office.Elapsed(from, Instant.FromUtc(1990 + years, 1, 1, 0, 0));
        Assert.Equal((2 * years) + 1, zone.Lookups);

        zone.Lookups = 0;
        var deadline = office.Deadline(from, elapsed);
        Assert.Equal((2 * years) + 1, zone.Lookups);
        Assert.Equal(elapsed, office.Elapsed(from, deadline!.Value));
    }

    [Theory]
    [InlineData("mon-fri 09:00-17:00")]
    [InlineData("mon-fri 09:00-12:00 13:30-17:30; sat 10:00-12:00")]
    [InlineData("tue 00:00-24:00; sun 22:00-24:00")]
    [InlineData("mon-sun closed")]
    public void WeeklyHours_WrittenAndRead_AreTheSame(string text)
    {
        Assert.Equal(text, WeeklyHours.Parse(text).ToString());
        Assert.Equal(WeeklyHours.Parse(text), WeeklyHours.Parse(WeeklyHours.Parse(text).ToString()));
    }

    [Theory]
    [InlineData("mon-fri", "'mon-fri' is not the hours of days of the week: write 'mon-fri 09:00-12:00 13:30-17:30; sat 10:00-12:00'.")]
    [InlineData("fri-mon 09:00-17:00", "'fri-mon 09:00-17:00' is not the hours of days of the week: write 'mon-fri 09:00-12:00 13:30-17:30; sat 10:00-12:00'.")]
    [InlineData("mon-fri 09:00-17:00; fri 09:00-12:00", "'mon-fri 09:00-17:00; fri 09:00-12:00' gives hours for fri twice.")]
    [InlineData("mon 22:00-06:00", "'22:00-06:00' is not opening hours: write spans in order, such as '09:00-12:00 13:30-17:30', up to 24:00, or 'closed'.")]
    [InlineData("mon 09:00-12:00 11:00-13:00", "'09:00-12:00 11:00-13:00' is not opening hours: write spans in order, such as '09:00-12:00 13:30-17:30', up to 24:00, or 'closed'.")]
    public void WeeklyHours_TextThatMeansNothing_SaysWhatIsExpected(string text, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => WeeklyHours.Parse(text)).Message);

    [Fact]
    public void Parse_SpansThatTouch_AreOne() => Assert.Equal("09:00-17:00", OpeningHours.Parse("09:00-12:00 12:00-17:00").ToString());

    [Fact]
    public void Example_OfTheReadme_Runs()
    {
        LocalDate[] holidays = [new(2025, 5, 1), new(2025, 5, 2), new(2025, 5, 5)];
        var makeUp = OpeningHours.Parse("09:00-12:00 13:30-17:30");
        var office = BusinessCalendar.In("Asia/Shanghai", "mon-fri 09:00-12:00 13:30-17:30", holidays, [new(new LocalDate(2025, 4, 27), makeUp)]);

        Instant friday = Instant.FromUtc(2025, 4, 25, 8, 0);
        Instant? due = office.Deadline(friday, Duration.FromHours(24));
        Duration elapsed = office.Elapsed(friday, due!.Value);

        Assert.Equal(Instant.FromUtc(2025, 4, 30, 2, 30), due);
        Assert.Equal(Duration.FromHours(24), elapsed);
    }

    private static Instant Local(BusinessCalendar calendar, int year, int month, int day, int hour, int minute) =>
        calendar.Zone.AtStrictly(new LocalDateTime(year, month, day, hour, minute)).ToInstant();

    /// <summary>A zone that counts how often it is asked.</summary>
    private sealed class CountingZone(DateTimeZone zone) : DateTimeZone(zone.Id, isFixed: false, zone.MinOffset, zone.MaxOffset)
    {
        public int Lookups { get; set; }

        public override ZoneInterval GetZoneInterval(Instant instant)
        {
            Lookups++;
            return zone.GetZoneInterval(instant);
        }
    }
}
