using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CampaignKit.Calendars.Tests;

/// <summary>Generators: calendars of zones with awkward rules, instants from 1970 to 2040, and period rules.</summary>
public static class Calendars
{
    private static readonly string[] Zones =
        ["Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kathmandu"];

    private static readonly Gen<LocalTime> Minutes = Gen.Choose(0, (24 * 60) - 1).Select(m => LocalTime.Midnight.PlusMinutes(m));

    public static Arbitrary<CampaignCalendar> Calendar() => Arb.From(
        from zone in Gen.Elements(Zones)
        from dayStart in Gen.OneOf(Gen.Constant(LocalTime.Midnight), Minutes)
        select CampaignCalendar.In(zone, dayStart));

    public static Arbitrary<Instant> Instants() => Arb.From(Gen.OneOf(
        Gen.Choose(0, int.MaxValue).Select(s => Instant.FromUnixTimeSeconds(s)),
        NearChanges()));

    public static Arbitrary<PeriodRule> Rules() => Arb.From(Gen.OneOf(
        Gen.Elements(PeriodRule.Day, PeriodRule.Week, PeriodRule.Month),
        from first in Gen.Choose(1, 7)
        from hasTime in Gen.Elements(true, false)
        from at in Minutes
        select PeriodRule.WeekFrom((IsoDayOfWeek)first, hasTime ? at : null)));

    /// <summary>Instants within two days of a change of clocks, where the mistakes are.</summary>
    private static Gen<Instant> NearChanges()
    {
        var changes = Zones
            .SelectMany(id => DateTimeZoneProviders.Tzdb[id].GetZoneIntervals(Instant.FromUnixTimeSeconds(0), Instant.FromUtc(2040, 1, 1, 0, 0)))
            .Where(interval => interval.HasStart)
            .Select(interval => interval.Start)
            .ToArray();
        return from change in Gen.Elements(changes)
               from offset in Gen.Choose(-172_800, 172_800)
               select change + Duration.FromSeconds(offset);
    }
}
