using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>A case as the columns of a table hold it.</summary>
/// <param name="Id">The id; null if it has none.</param>
/// <param name="Opened">When it began, in ticks of 100 ns since 1970.</param>
/// <param name="Closed">When it was closed, in such ticks; <see cref="Open"/> or <see cref="ClosedUndated"/> in place of a time.</param>
/// <param name="Due">By when it was to be closed, in such ticks; <see cref="NoTarget"/> in place of a time.</param>
/// <param name="Unit">The code of the unit.</param>
/// <param name="Category">The code of the category.</param>
/// <param name="Answer">The code of the answer.</param>
/// <param name="Facts">The yes, no and unknown that reports count.</param>
/// <param name="Updated">When its record was last changed, in such ticks; <see cref="NoUpdate"/> in place of a time.</param>
/// <param name="Replied">Whether the office replied to the citizen before it was closed.</param>
/// <param name="Reopenings">How often it was reopened; <see cref="NotCounted"/> if nobody recorded it.</param>
internal readonly record struct CaseRow(
    string? Id, long Opened, long Closed, long Due, int Unit, int Category, int Answer, CaseFacts Facts, long Updated, bool? Replied, int Reopenings)
{
    /// <summary>Later than every instant, so that an open case is closed as of none.</summary>
    public const long Open = long.MaxValue;

    /// <summary>Earlier than every instant, so that the case is closed as of any.</summary>
    public const long ClosedUndated = long.MinValue;

    /// <summary>Later than every instant.</summary>
    public const long NoTarget = long.MaxValue;

    /// <summary>No case takes less than no time.</summary>
    public const long NoTime = -1;

    /// <summary>Earlier than every instant.</summary>
    public const long NoUpdate = long.MinValue;

    /// <summary>No case is reopened less often than never.</summary>
    public const int NotCounted = -1;

    public static long ClosedOf(CaseRecord record) =>
        record.Closed is { } closed ? closed.ToUnixTimeTicks() : record.ClosingTimeUnknown ? ClosedUndated : Open;

    public static long DueOf(CaseRecord record) => record.Due?.ToUnixTimeTicks() ?? NoTarget;

    public static long UpdatedOf(CaseRecord record) => record.Updated?.ToUnixTimeTicks() ?? NoUpdate;

    /// <summary>Whether a case closed at a known time has a target, and met it.</summary>
    public static CaseFacts TargetOf(long closed, long due, TimeGrain grain, DateTimeZone zone)
    {
        if (due == NoTarget || closed is Open or ClosedUndated)
            return CaseFacts.None;
        var onTime = grain is TimeGrain.Instant ? closed <= due : DateOf(closed, zone) <= DateOf(due, zone);
        return onTime ? CaseFacts.Targeted | CaseFacts.OnTime : CaseFacts.Targeted;
    }

    public static CaseFacts FactsOf(bool? contacted, bool? resolved, bool duplicate) =>
        (contacted switch { true => CaseFacts.Contacted, false => CaseFacts.NotContacted, null => CaseFacts.None })
        | (resolved switch { true => CaseFacts.Resolved, false => CaseFacts.NotResolved, null => CaseFacts.None })
        | (duplicate ? CaseFacts.Duplicate : CaseFacts.None);

    /// <summary>The resolution time by the grain, in ticks.</summary>
    public static long TookOf(long opened, long closed, TimeGrain grain, DateTimeZone zone)
    {
        if (closed is Open or ClosedUndated)
            return NoTime;
        return grain is TimeGrain.Instant ? closed - opened : Period.DaysBetween(DateOf(opened, zone), DateOf(closed, zone)) * NodaConstants.TicksPerDay;
    }

    private static LocalDate DateOf(long ticks, DateTimeZone zone) => Instant.FromUnixTimeTicks(ticks).InZone(zone).Date;
}
