using System.Diagnostics.CodeAnalysis;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace CampaignKit.Calendars;

/// <summary>
/// The calendar of a campaign: its days, and the periods made of them, in one time zone with one day start.
/// </summary>
/// <remarks>
/// <para>Day <c>d</c> runs from the first instant at which the zone's clocks show the day start on date <c>d</c>, or later, to that of
/// <c>d + 1</c>. So a day has 23 or 25 hours when the clocks change; a day start that the clocks skip moves to the end of the gap; of a
/// day start that they show twice, the earlier one counts; and a date that the zone skipped altogether (Samoa, 2011-12-30) is an empty day.</para>
/// <para>Days tile the time line: <c>StartOf(DayOf(t)) &lt;= t &lt; EndOf(DayOf(t))</c> for every instant. Two calendars are equal when zone and day
/// start are. Immutable and safe for use from any thread.</para>
/// </remarks>
public sealed record CampaignCalendar
{
    private static readonly ZoneLocalMappingResolver FirstAtOrAfter =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>The calendar of <paramref name="zone"/> whose days start at <paramref name="dayStart"/>, midnight unless said.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="zone"/> is null.</exception>
    public CampaignCalendar(DateTimeZone zone, LocalTime dayStart = default)
    {
        Zone = Guard.Against.Null(zone);
        DayStart = dayStart;
    }

    /// <summary>The time zone that says which instants a date covers.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>The local time at which a day starts.</summary>
    public LocalTime DayStart { get; }

    /// <summary>The calendar of the zone with that IANA id, such as <c>Asia/Shanghai</c>.</summary>
    /// <exception cref="ArgumentException">The time zone database of NodaTime knows no such id; the message names it.</exception>
    public static CampaignCalendar In(string zoneId, LocalTime dayStart = default) =>
        TryIn(zoneId, dayStart, out var calendar, out var reason) ? calendar : throw new ArgumentException(reason, nameof(zoneId));

    /// <summary>Finds the calendar of the zone with that IANA id, or says in <paramref name="reason"/> why there is none.</summary>
    public static bool TryIn(
        string? zoneId,
        LocalTime dayStart,
        [NotNullWhen(true)] out CampaignCalendar? calendar,
        [NotNullWhen(false)] out string? reason)
    {
        var zone = zoneId is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(zoneId);
        calendar = zone is null ? null : new CampaignCalendar(zone, dayStart);
        reason = zone is null ? $"'{zoneId}' is not the id of an IANA time zone, such as Asia/Shanghai (upper and lower case count)." : null;
        return zone is not null;
    }

    /// <summary>The campaign day that <paramref name="instant"/> belongs to; never an empty day.</summary>
    public LocalDate DayOf(Instant instant)
    {
        var local = instant.InZone(Zone).LocalDateTime;
        var day = local.TimeOfDay < DayStart ? local.Date.PlusDays(-1) : local.Date;

        // Clocks that were put back show a local time of before the day start again, after the day has begun.
        while (EndOf(day) <= instant)
            day = day.PlusDays(1);
        return day;
    }

    /// <summary>The instant at which <paramref name="day"/> starts.</summary>
    public Instant StartOf(LocalDate day) => Zone.ResolveLocal(day.At(DayStart), FirstAtOrAfter).ToInstant();

    /// <summary>The instant at which <paramref name="day"/> ends, itself no longer part of it: the start of the next day.</summary>
    public Instant EndOf(LocalDate day) => StartOf(day.PlusDays(1));

    /// <summary>The instants of <paramref name="day"/>, the end excluded; empty for a date that the zone skipped.</summary>
    public Interval IntervalOf(LocalDate day) => new(StartOf(day), EndOf(day));

    /// <summary>The period that <paramref name="instant"/> belongs to.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="rule"/> is null.</exception>
    public Period PeriodOf(PeriodRule rule, Instant instant)
    {
        Guard.Against.Null(rule);
        return new Period(this, rule, rule.FirstDateOf(AlignedTo(rule).DayOf(instant)));
    }

    /// <summary>The period that the start of <paramref name="day"/> belongs to.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="rule"/> is null.</exception>
    public Period PeriodOf(PeriodRule rule, LocalDate day) => PeriodOf(rule, StartOf(day));

    /// <summary>The period of that id, as <see cref="Period.Id"/> writes it.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="rule"/> is null.</exception>
    /// <exception cref="FormatException">No period of the rule has that id; the message names the id and what ids look like.</exception>
    public Period PeriodById(PeriodRule rule, string id) =>
        TryPeriodById(rule, id, out var period, out var reason) ? period : throw new FormatException(reason);

    /// <summary>Finds the period of that id, or says in <paramref name="reason"/> why there is none.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="rule"/> is null.</exception>
    public bool TryPeriodById(
        PeriodRule rule,
        string? id,
        [NotNullWhen(true)] out Period? period,
        [NotNullWhen(false)] out string? reason)
    {
        Guard.Against.Null(rule);
        period = null;
        if (!rule.TryFirstDate(id, out var first, out reason))
            return false;

        period = new Period(this, rule, first);
        if (period.Start < period.End)
            return true;

        reason = $"'{id}' is a date that {Zone.Id} skipped.";
        period = null;
        return false;
    }

    /// <summary>The period of the same rule that starts where <paramref name="period"/> ends.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="period"/> is null.</exception>
    public Period Next(Period period) => PeriodOf(Guard.Against.Null(period).Rule, period.End);

    /// <summary>The period of the same rule that ends where <paramref name="period"/> starts.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="period"/> is null.</exception>
    public Period Previous(Period period) => PeriodOf(Guard.Against.Null(period).Rule, period.Start - Duration.Epsilon);

    /// <summary>The zone and day start, such as <c>Asia/Shanghai, days from 04:00:00</c>.</summary>
    public override string ToString() => $"{Zone.Id}, days from {LocalTimePattern.ExtendedIso.Format(DayStart)}";

    /// <summary>A week that starts at a time of its own is a week of days that start at that time.</summary>
    internal CampaignCalendar AlignedTo(PeriodRule rule) => rule.At is { } at ? new CampaignCalendar(Zone, at) : this;
}
