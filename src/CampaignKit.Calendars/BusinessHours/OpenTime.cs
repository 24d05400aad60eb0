using NodaTime;

namespace CampaignKit.Calendars;

/// <summary>
/// How much open time lies before any local time, and the reverse, without a zone: arithmetic on the weekly pattern, corrected by the
/// running sum of what the exceptional days before it differ from the pattern.
/// </summary>
/// <remarks>Local times are days since 1970-01-01 and nanoseconds of the day; totals are nanoseconds since an arbitrary Monday.</remarks>
internal sealed class OpenTime
{
    private const long NanosecondsPerMinute = NodaConstants.NanosecondsPerMinute;

    // 1970-01-01 was a Thursday.
    private const int DaysFromMondayToEpoch = 3;

    private static readonly LocalDate Epoch = new(1970, 1, 1);

    private readonly OpeningHours[] _week;
    private readonly long[] _minutesBefore = new long[8];
    private readonly int[] _days;
    private readonly OpeningHours[] _hours;
    private readonly long[] _shift;

    public OpenTime(WeeklyHours week, IReadOnlyDictionary<LocalDate, OpeningHours> exceptions)
    {
        _week = [.. Enumerable.Range(1, 7).Select(day => week[(IsoDayOfWeek)day])];
        for (var day = 0; day < 7; day++)
            _minutesBefore[day + 1] = _minutesBefore[day] + _week[day].Minutes;

        var sorted = exceptions.OrderBy(e => e.Key).ToArray();
        _days = [.. sorted.Select(e => DayOf(e.Key))];
        _hours = [.. sorted.Select(e => e.Value)];
        _shift = new long[sorted.Length + 1];
        for (var i = 0; i < sorted.Length; i++)
            _shift[i + 1] = _shift[i] + _hours[i].Minutes - _week[PlaceOf(_days[i]).Weekday].Minutes;
    }

    public static int DayOf(LocalDate date) => Period.DaysBetween(Epoch, date);

    public static LocalDate DateOf(int day) => Epoch.PlusDays(day);

    public OpeningHours HoursOn(int day)
    {
        var found = Array.BinarySearch(_days, day);
        return found >= 0 ? _hours[found] : _week[PlaceOf(day).Weekday];
    }

    /// <summary>The open time before a local time.</summary>
    public Int128 Before(int day, long nanosecondOfDay)
    {
        var found = Array.BinarySearch(_days, day);
        var hours = found >= 0 ? _hours[found] : _week[PlaceOf(day).Weekday];
        var minutes = RegularBefore(day) + _shift[found >= 0 ? found : ~found];
        return ((Int128)minutes * NanosecondsPerMinute) + hours.OpenBefore(nanosecondOfDay);
    }

    /// <summary>The earliest local time before which <paramref name="total"/> lies; null if time stays closed before that is reached.</summary>
    public (long Day, long NanosecondOfDay)? Reaching(Int128 total)
    {
        var minutes = CeilingMinutes(total);
        var next = FirstExceptionReaching(minutes);
        if (next < _days.Length && MinutesBefore(next) < minutes)
            return At(_days[next], MinutesBefore(next), _hours[next], total);
        if (_minutesBefore[7] == 0)
            return null;

        // Within a stretch of regular days the shift is constant, so the weekly pattern alone says which day it is.
        var regular = minutes - _shift[next];
        var (week, rest) = Math.DivRem(regular - 1, _minutesBefore[7]);
        if (rest < 0)
            (week, rest) = (week - 1, rest + _minutesBefore[7]);
        var weekday = 0;
        while (_minutesBefore[weekday + 1] <= rest)
            weekday++;
        var before = (week * _minutesBefore[7]) + _minutesBefore[weekday] + _shift[next];
        return At((week * 7) + weekday - DaysFromMondayToEpoch, before, _week[weekday], total);
    }

    private static (long Day, long NanosecondOfDay) At(long day, long minutesBefore, OpeningHours hours, Int128 total) =>
        (day, hours.TimeAfter((long)(total - ((Int128)minutesBefore * NanosecondsPerMinute))));

    private static (int Week, int Weekday) PlaceOf(int day)
    {
        var (week, weekday) = Math.DivRem(day + DaysFromMondayToEpoch, 7);
        return weekday < 0 ? (week - 1, weekday + 7) : (week, weekday);
    }

    private static long CeilingMinutes(Int128 total)
    {
        var minutes = (long)(total / NanosecondsPerMinute);
        return (Int128)minutes * NanosecondsPerMinute < total ? minutes + 1 : minutes;
    }

    private long RegularBefore(int day)
    {
        var (week, weekday) = PlaceOf(day);
        return (week * _minutesBefore[7]) + _minutesBefore[weekday];
    }

    private long MinutesBefore(int exception) => RegularBefore(_days[exception]) + _shift[exception];

    /// <summary>The first exceptional day by whose end that many minutes lie behind; their number if there is none.</summary>
    private int FirstExceptionReaching(long minutes)
    {
        var (low, high) = (0, _days.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (MinutesBefore(middle) + _hours[middle].Minutes >= minutes)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }
}
