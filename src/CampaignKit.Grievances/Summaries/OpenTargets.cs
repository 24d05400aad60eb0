using CampaignKit.Calendars;
using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>Which open cases have missed their targets by an instant up to which all is seen, by the grain of their table.</summary>
internal readonly struct OpenTargets
{
    private readonly long? _passed;

    /// <param name="asOf">The last instant that is seen; null if nobody said.</param>
    /// <param name="grain">Whether a target is an instant or a date.</param>
    /// <param name="calendar">The calendar of dates.</param>
    public OpenTargets(Instant? asOf, TimeGrain grain, CampaignCalendar calendar)
    {
        if (asOf is not { } seen)
            return;

        // A target that is seen and not met is missed; a date is seen when the next has begun. At the ends of all time there is no next date.
        _passed = seen.ToUnixTimeTicks() + 1;
        if (grain is TimeGrain.Day && Instant.MaxValue - seen > Duration.FromDays(2) && seen - Instant.MinValue > Duration.FromDays(2))
            _passed = calendar.Zone.AtStartOfDay((seen + Duration.FromTicks(1)).InZone(calendar.Zone).Date).ToInstant().ToUnixTimeTicks();
    }

    /// <summary>The target of an open case.</summary>
    public OpenTarget Of(long due)
    {
        if (due == CaseRow.NoTarget)
            return OpenTarget.None;
        if (_passed is not { } passed)
            return OpenTarget.Undecided;
        return due < passed ? OpenTarget.Overdue : OpenTarget.None;
    }
}
