using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Interval = NodaTime.Interval;

namespace CampaignKit.Calendars.Tests;

/// <summary>The arithmetic beside its plain twin, which walks minute by minute and asks the zone what each minute is.</summary>
public sealed class BusinessCalendarLaws
{
    private const int LongestSpan = 40 * 24 * 60;

    // Midnight that the clocks skip or show twice, changes of half an hour, a skipped date, and changes of the zone's standard time.
    private static readonly string[] Zones =
        ["UTC", "Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Havana", "Pacific/Apia", "Africa/Cairo", "Asia/Kathmandu"];

    private static readonly string[] Days =
        ["closed", "00:00-24:00", "09:00-17:00", "09:00-12:00 13:30-17:30", "00:00-06:00 22:00-24:00", "01:30-02:30", "00:00-00:01 23:59-24:00", "02:00-03:00 03:30-04:00 11:11-12:12"];

    [Property(Arbitrary = [typeof(BusinessCalendarLaws)], MaxTest = 250)]
    public void Elapsed_AnySpan_IsWhatWalkingTheMinutesCounts(BusinessCalendar calendar, Span span)
    {
        var minutes = Enumerable.Range(0, span.Minutes).Count(m => calendar.IsOpen(span.From + Duration.FromMinutes(m)));

        Assert.Equal(Duration.FromMinutes(minutes), calendar.Elapsed(span.From, span.To));
    }

    [Property(Arbitrary = [typeof(BusinessCalendarLaws)], MaxTest = 250)]
    public void IsOpen_AnyMinute_IsWhatTheHoursOfItsDateSay(BusinessCalendar calendar, Span span)
    {
        var local = span.From.InZone(calendar.Zone);
        var hours = calendar.Exceptions.GetValueOrDefault(local.Date, calendar.Week[local.DayOfWeek]).ToString();
        var minute = local.TimeOfDay.ToString("HH:mm", null);

        var open = hours != "closed" && hours.Split(' ').Select(s => s.Split('-')).Any(s => string.CompareOrdinal(s[0], minute) <= 0 && string.CompareOrdinal(minute, s[1]) < 0);

        Assert.Equal(open, calendar.IsOpen(span.From));
    }

    [Property(Arbitrary = [typeof(BusinessCalendarLaws)], MaxTest = 250)]
    public void Deadline_AnyTarget_IsTheMinuteAtWhichWalkingReachesIt(BusinessCalendar calendar, Span span)
    {
        var target = span.Minutes / 20;
        var (at, left) = (span.From, target);
        for (var m = 0; left > 0 && m < LongestSpan; m++, at += Duration.FromMinutes(1))
        {
            if (calendar.IsOpen(at))
                left--;
        }

        var deadline = calendar.Deadline(span.From, Duration.FromMinutes(target));

        if (left == 0)
            Assert.Equal(at, deadline);
        else
            Assert.True(deadline is null || deadline > at);
    }

    [Property(Arbitrary = [typeof(BusinessCalendarLaws)], MaxTest = 1000)]
    public void Deadline_AnyTarget_IsTheInverseOfElapsed(BusinessCalendar calendar, Span span, PositiveInt nanoseconds)
    {
        var target = Duration.FromHours(span.Minutes) + Duration.FromNanoseconds(nanoseconds.Get);

        if (calendar.Deadline(span.From, target) is not { } deadline)
        {
            Assert.True(calendar.Elapsed(span.From, Instant.FromUtc(9000, 1, 1, 0, 0)) < target);
            return;
        }

        Assert.Equal(target, calendar.Elapsed(span.From, deadline));
        Assert.Equal(target - Duration.Epsilon, calendar.Elapsed(span.From, deadline - Duration.Epsilon));
    }

    [Property(Arbitrary = [typeof(BusinessCalendarLaws)], MaxTest = 250)]
    public void OpenIntervals_AnySpan_AreApartAndAddUp(BusinessCalendar calendar, Span span)
    {
        var stretches = calendar.OpenIntervals(span.From, span.To).ToList();

        Assert.Equal(calendar.Elapsed(span.From, span.To), stretches.Aggregate(Duration.Zero, (sum, i) => sum + i.Duration));
        Assert.All(stretches.Zip(stretches.Skip(1)), pair => Assert.True(pair.First.End < pair.Second.Start));
        Assert.All(stretches, i => Assert.True(span.From <= i.Start && i.Start < i.End && i.End <= span.To && calendar.IsOpen(i.Start) && !IsOpenAfter(i)));

        bool IsOpenAfter(Interval stretch) => stretch.End < span.To && calendar.IsOpen(stretch.End);
    }

    public sealed record Span(Instant From, int Minutes)
    {
        public Instant To => From + Duration.FromMinutes(Minutes);
    }

    /// <summary>Spans near the changes of clocks in the years that the zones above make interesting.</summary>
    public static Arbitrary<Span> Spans() => Arb.From(
        from year in Gen.Choose(1968, 2030)
        from near in Gen.Elements((3, 29), (10, 25), (12, 30), (4, 3), (11, 1), (1, 1))
        from minutesOff in Gen.Choose(-6 * 24 * 60, 6 * 24 * 60)
        from length in Gen.Frequency((1, Gen.Choose(0, 200)), (3, Gen.Choose(0, 20 * 24 * 60)))
        select new Span(Instant.FromUtc(year, near.Item1, near.Item2, 0, 0) + Duration.FromMinutes(minutesOff), length));

    public static Arbitrary<BusinessCalendar> Calendars() => Arb.From(
        from zone in Gen.Elements(Zones)
        from week in Gen.ArrayOf(Gen.Elements(Days), 7)
        from holidays in Gen.ListOf(Dates)
        from working in Gen.ListOf(Gen.Zip(Dates, Gen.Elements(Days)))
        let names = new[] { "mon", "tue", "wed", "thu", "fri", "sat", "sun" }
        select BusinessCalendar.In(
            zone,
            string.Join("; ", names.Zip(week, (n, h) => $"{n} {h}")),
            holidays,
            working.DistinctBy(w => w.Item1).Select(w => KeyValuePair.Create(w.Item1, OpeningHours.Parse(w.Item2)))));

    private static Gen<LocalDate> Dates =>
        from year in Gen.Choose(1968, 2030)
        from near in Gen.Elements((3, 29), (10, 25), (12, 30), (4, 3), (11, 1), (1, 1))
        from days in Gen.Choose(-8, 8)
        select new LocalDate(year, near.Item1, near.Item2).PlusDays(days);
}
