using CampaignKit.Calendars;
using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>Works out which period each of many instants belongs to.</summary>
internal static class PeriodColumn
{
    // 2^39 ticks are 15.3 hours, in which few periods can begin.
    private const int StretchBits = 39;

    public static TextColumn Of(long[] instants, PeriodRule rule, CampaignCalendar calendar)
    {
        if (instants.Length == 0)
            return new TextColumn([], []);

        var (earliest, latest) = (instants.Min(), instants.Max());
        var (first, last) = (earliest >> StretchBits, latest >> StretchBits);
        var occurs = new bool[last - first + 1];
        foreach (var instant in instants)
            occurs[(instant >> StretchBits) - first] = true;

        // Only periods of stretches that occur are asked of the calendar, so that one date of the year 1 does not cost two thousand years of days.
        var starts = new List<long>();
        var ids = new List<string>();
        var end = long.MinValue;
        var periodAtStart = new int[occurs.Length];
        for (var stretch = 0; stretch < occurs.Length; stretch++)
        {
            if (!occurs[stretch])
                continue;

            var from = Math.Max((first + stretch) << StretchBits, earliest);
            var until = Math.Min(from + (1L << StretchBits), latest);
            if (from >= end)
                Add(calendar.PeriodOf(rule, Instant.FromUnixTimeTicks(from)));
            periodAtStart[stretch] = starts.FindLastIndex(start => start <= from);
            while (end <= until)
                Add(calendar.PeriodOf(rule, Instant.FromUnixTimeTicks(end)));
        }

        long[] startOf = [.. starts, long.MaxValue];
        var codes = new int[instants.Length];
        for (var i = 0; i < codes.Length; i++)
        {
            var period = periodAtStart[(instants[i] >> StretchBits) - first];
            while (startOf[period + 1] <= instants[i])
                period++;
            codes[i] = period;
        }

        return Used([.. ids], codes);

        void Add(CampaignPeriod period)
        {
            starts.Add(period.Start.ToUnixTimeTicks());
            ids.Add(period.Id);
            end = period.End.ToUnixTimeTicks();
        }
    }

    /// <summary>Without the periods that a stretch touches but no instant lies in.</summary>
    private static TextColumn Used(string[] ids, int[] codes)
    {
        var place = new int[ids.Length];
        foreach (var code in codes)
            place[code] = 1;
        var used = 0;
        for (var i = 0; i < place.Length; i++)
            place[i] = place[i] == 1 ? used++ : -1;
        if (used == ids.Length)
            return new TextColumn(ids, codes);

        for (var i = 0; i < codes.Length; i++)
            codes[i] = place[codes[i]];
        return new TextColumn([.. ids.Where((_, i) => place[i] >= 0)], codes);
    }
}
