using CampaignKit.Calendars;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Interval = NodaTime.Interval;

namespace CampaignKit.Grievances.Tests;

public sealed class ServiceClockLaws
{
    private static readonly Instant March = Instant.FromUtc(2026, 3, 26, 0, 0);

    [Property(Arbitrary = [typeof(ServiceClockLaws)], MaxTest = 300)]
    public void ElapsedAt_AnyPauses_IsWhatWalkingTheMinutesCounts(ServiceClock clock, NonNegativeInt length)
    {
        var end = clock.Start + Duration.FromMinutes(length.Get * 60);
        var minutes = Enumerable.Range(0, length.Get * 60).Select(m => clock.Start + Duration.FromMinutes(m));

        var counted = minutes.Count(m => clock.Calendar.IsOpen(m) && !clock.Pauses.Any(p => p.Contains(m)));

        Assert.Equal(Duration.FromMinutes(counted), clock.ElapsedAt(end));
    }

    [Property(Arbitrary = [typeof(ServiceClockLaws)], MaxTest = 1000)]
    public void Deadline_AnyTarget_IsTheFirstInstantAtWhichThatMuchHasElapsed(ServiceClock clock, NonNegativeInt minutes)
    {
        var target = Duration.FromMinutes(minutes.Get * 30);
        if (clock.Deadline(target) is not { } deadline)
        {
            Assert.True(clock.ElapsedAt(Instant.FromUtc(2200, 1, 1, 0, 0)) < target);
            return;
        }

        Assert.Equal(target, clock.ElapsedAt(deadline));
        Assert.True(target == Duration.Zero || clock.ElapsedAt(deadline - Duration.Epsilon) < target);
    }

    [Property(Arbitrary = [typeof(ServiceClockLaws)], MaxTest = 300)]
    public void Pauses_InAnyOrderOrTwice_AreOneUnion(ServiceClock clock)
    {
        var again = new ServiceClock(clock.Start, clock.Calendar, [.. clock.Pauses.Reverse(), .. clock.Pauses]);

        Assert.Equal(clock.Pauses, again.Pauses);
        Assert.All(clock.Pauses.Zip(clock.Pauses.Skip(1)), pair => Assert.True(pair.First.End < pair.Second.Start));
    }

    [Fact]
    public void ElapsedAt_PauseWithoutAnEnd_StandsStillForGood()
    {
        var clock = new ServiceClock(March, pauses: [new Interval(March + Duration.FromHours(2), null), new Interval(null, March + Duration.FromHours(1))]);

        Assert.Equal(Duration.FromHours(1), clock.ElapsedAt(March + Duration.FromDays(1000)));
        Assert.Equal(March + Duration.FromHours(2), clock.Deadline(Duration.FromHours(1)));
        Assert.Null(clock.Deadline(Duration.FromHours(1) + Duration.Epsilon));
        Assert.Equal(Duration.Zero, clock.ElapsedAt(March - Duration.FromDays(1)));
    }

    [Fact]
    public void Pauses_ThatTouch_AreOne()
    {
        var (one, two, three) = (March + Duration.FromHours(1), March + Duration.FromHours(2), March + Duration.FromHours(3));

        Assert.Equal([new Interval(one, three)], new ServiceClock(March, pauses: [new Interval(two, three), new Interval(one, two)]).Pauses);
    }

    public static Arbitrary<ServiceClock> Clocks() => Arb.From(
        from zone in Gen.Elements("Europe/Berlin", "UTC", "Australia/Lord_Howe")
        from week in Gen.Elements("mon-fri 09:00-12:00 13:30-17:30", "mon-sun 00:00-06:00 22:00-24:00", "mon-sun 00:00-24:00", "sat-sun 01:00-04:00")
        from start in Gen.Choose(0, 9 * 24 * 60)
        from pauses in Gen.ListOf(Pauses)
        select new ServiceClock(March + Duration.FromMinutes(start), BusinessCalendar.In(zone, week), pauses));

    private static Gen<Interval> Pauses =>
        from start in Gen.Choose(-1000, 9 * 24 * 60)
        from length in Gen.Choose(0, 3000)
        select new Interval(March + Duration.FromMinutes(start), March + Duration.FromMinutes(start + length));
}
