using System.Collections.Frozen;
using NodaTime;

namespace CampaignKit.Calendars;

/// <summary>
/// The hours in which time counts: a week of opening hours in a time zone, with holidays and with working days of their own hours.
/// </summary>
/// <remarks>
/// <para>An instant is open when the zone's clocks show a local time within the hours of the local date. So an hour that the clocks skip counts
/// for nothing, and one that they show twice counts twice. A working day's own hours replace those of the week, and win over a holiday.</para>
/// <para><see cref="Elapsed"/> and <see cref="Deadline"/> look at no day one by one: they cost a binary search over the exceptional days for each
/// change of the clocks between. Immutable and safe for use from any thread.</para>
/// </remarks>
public sealed class BusinessCalendar
{
    private readonly OpenTime _open;

    /// <summary>A calendar.</summary>
    /// <param name="zone">The time zone in whose local time the hours are.</param>
    /// <param name="week">The hours of a usual week.</param>
    /// <param name="holidays">The dates that are closed; none if null.</param>
    /// <param name="workingDays">The dates that have hours of their own, such as make-up working days; none if null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="zone"/> or <paramref name="week"/> is null.</exception>
    public BusinessCalendar(
        DateTimeZone zone,
        WeeklyHours week,
        IEnumerable<LocalDate>? holidays = null,
        IEnumerable<KeyValuePair<LocalDate, OpeningHours>>? workingDays = null)
    {
        Zone = Guard.Against.Null(zone);
        Week = Guard.Against.Null(week);
        var exceptions = new Dictionary<LocalDate, OpeningHours>();
        foreach (var holiday in holidays ?? [])
            exceptions[holiday] = OpeningHours.Closed;
        foreach (var (date, hours) in workingDays ?? [])
            exceptions[date] = hours;
        Exceptions = exceptions.ToFrozenDictionary();
        _open = new OpenTime(week, exceptions);
        IsAlwaysOpen = week.Equals(WeeklyHours.Always) && exceptions.Values.All(OpeningHours.AllDay.Equals);
    }

    /// <summary>The calendar in which all time counts, as on a wall clock.</summary>
    public static BusinessCalendar AroundTheClock { get; } = new(DateTimeZone.Utc, WeeklyHours.Always);

    /// <summary>The time zone in whose local time the hours are.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>The hours of a usual week.</summary>
    public WeeklyHours Week { get; }

    /// <summary>The dates that have hours of their own: holidays, which are closed, and working days.</summary>
    public IReadOnlyDictionary<LocalDate, OpeningHours> Exceptions { get; }

    /// <summary>Whether every instant is open.</summary>
    public bool IsAlwaysOpen { get; }

    /// <summary>The calendar of the zone with that IANA id, such as <c>Asia/Shanghai</c>.</summary>
    /// <exception cref="ArgumentException">The time zone database of NodaTime knows no such id; the message names it.</exception>
    /// <exception cref="FormatException"><paramref name="week"/> is no <see cref="WeeklyHours"/>.</exception>
    public static BusinessCalendar In(
        string zoneId,
        string week,
        IEnumerable<LocalDate>? holidays = null,
        IEnumerable<KeyValuePair<LocalDate, OpeningHours>>? workingDays = null) =>
        new(CampaignCalendar.In(zoneId).Zone, WeeklyHours.Parse(week), holidays, workingDays);

    /// <summary>The hours of that date.</summary>
    public OpeningHours HoursOn(LocalDate date) => _open.HoursOn(OpenTime.DayOf(date));

    /// <summary>Whether time counts at that instant.</summary>
    public bool IsOpen(Instant instant)
    {
        var local = instant.InZone(Zone).LocalDateTime;
        return HoursOn(local.Date).Contains(local.TimeOfDay);
    }

    /// <summary>How much open time lies between two instants.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="to"/> lies before <paramref name="from"/>.</exception>
    public Duration Elapsed(Instant from, Instant to)
    {
        Guard.Against.OutOfRange(to, nameof(to), from, Instant.MaxValue);
        if (IsAlwaysOpen)
            return to - from;

        Int128 elapsed = 0;
        for (var start = from; start < to;)
        {
            var clocks = Zone.GetZoneInterval(start);
            var end = clocks.HasEnd && clocks.End < to ? clocks.End : to;
            elapsed += OpenBefore(end, clocks.WallOffset) - OpenBefore(start, clocks.WallOffset);
            start = end;
        }

        return Duration.FromNanoseconds(elapsed);
    }

    /// <summary>
    /// The earliest instant by which that much open time has elapsed, which is the inverse of <see cref="Elapsed"/>; null if it never has, because the
    /// calendar stays closed or time ends.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative.</exception>
    public Instant? Deadline(Instant from, Duration time)
    {
        Guard.Against.OutOfRange(time, nameof(time), Duration.Zero, Duration.MaxValue);
        if (time == Duration.Zero)
            return from;
        if (IsAlwaysOpen)
            return time <= Instant.MaxValue - from ? from + time : null;

        var left = time.ToInt128Nanoseconds();
        for (var start = from; ;)
        {
            var clocks = Zone.GetZoneInterval(start);
            var before = OpenBefore(start, clocks.WallOffset);
            var here = clocks.HasEnd ? OpenBefore(clocks.End, clocks.WallOffset) - before : Int128.MaxValue;
            if (left <= here)
                return _open.Reaching(before + left) is { } local ? InstantOf(local.Day, local.NanosecondOfDay, clocks.WallOffset) : null;
            if (_open.Reaching(before + 1) is null || clocks.End >= LastChange)
                return null;
            left -= here;
            start = clocks.End;
        }
    }

    /// <summary>The open stretches between two instants, in order, disjoint and not touching. Costs a step for each day between.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="to"/> lies before <paramref name="from"/>.</exception>
    public IEnumerable<Interval> OpenIntervals(Instant from, Instant to)
    {
        Guard.Against.OutOfRange(to, nameof(to), from, Instant.MaxValue);
        return IsAlwaysOpen ? from < to ? [new Interval(from, to)] : [] : Merged(Pieces(from, to));
    }

    /// <summary>Zone and week, such as <c>Asia/Shanghai, mon-fri 09:00-17:00</c>.</summary>
    public override string ToString() => IsAlwaysOpen ? "around the clock" : $"{Zone.Id}, {Week}";

    // NodaTime's last years cannot be told in local time of every zone.
    private static Instant LastChange { get; } = Instant.FromUtc(9990, 1, 1, 0, 0);

    private static (int Day, long NanosecondOfDay) LocalOf(Instant instant, Offset offset)
    {
        var since = instant - NodaConstants.UnixEpoch + Duration.FromSeconds(offset.Seconds);
        return since.NanosecondOfDay < 0 ? (since.Days - 1, since.NanosecondOfDay + NodaConstants.NanosecondsPerDay) : (since.Days, since.NanosecondOfDay);
    }

    private static Instant? InstantOf(long day, long nanosecondOfDay, Offset offset)
    {
        var seconds = (day * NodaConstants.SecondsPerDay) - offset.Seconds;
        return seconds < Instant.MaxValue.ToUnixTimeSeconds() - NodaConstants.SecondsPerDay
            ? Instant.FromUnixTimeSeconds(seconds) + Duration.FromNanoseconds(nanosecondOfDay)
            : null;
    }

    private static IEnumerable<Interval> Merged(IEnumerable<(Instant From, Instant To)> pieces)
    {
        (Instant From, Instant To)? last = null;
        foreach (var piece in pieces)
        {
            if (last is { } open && open.To == piece.From)
            {
                last = (open.From, piece.To);
                continue;
            }

            if (last is { } done)
                yield return new Interval(done.From, done.To);
            last = piece;
        }

        if (last is { } rest)
            yield return new Interval(rest.From, rest.To);
    }

    private Int128 OpenBefore(Instant instant, Offset offset)
    {
        var (day, nanosecondOfDay) = LocalOf(instant, offset);
        return _open.Before(day, nanosecondOfDay);
    }

    private IEnumerable<(Instant From, Instant To)> Pieces(Instant from, Instant to)
    {
        for (var start = from; start < to;)
        {
            var clocks = Zone.GetZoneInterval(start);
            var end = clocks.HasEnd && clocks.End < to ? clocks.End : to;
            var lastDay = LocalOf(end, clocks.WallOffset).Day;
            for (var day = LocalOf(start, clocks.WallOffset).Day; day <= lastDay; day++)
            {
                var midnight = Instant.FromUnixTimeSeconds(((long)day * NodaConstants.SecondsPerDay) - clocks.WallOffset.Seconds);
                foreach (var (opens, closes) in _open.HoursOn(day).Spans.ToArray())
                {
                    var piece = (From: Instant.Max(start, midnight + Duration.FromMinutes(opens)), To: Instant.Min(end, midnight + Duration.FromMinutes(closes)));
                    if (piece.From < piece.To)
                        yield return piece;
                }
            }

            start = end;
        }
    }
}
