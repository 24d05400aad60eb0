using CampaignKit.Calendars;
using NodaTime;

namespace CampaignKit.Benchmarks.Grievances;

/// <summary>Business time as it is usually computed: day by day, each span of the day turned into instants.</summary>
internal static class DayWalk
{
    public static Duration Elapsed(BusinessCalendar calendar, IReadOnlyDictionary<OpeningHours, (LocalTime From, LocalTime To)[]> spans, Instant from, Instant to)
    {
        var elapsed = Duration.Zero;
        var last = to.InZone(calendar.Zone).Date;
        for (var date = from.InZone(calendar.Zone).Date; date <= last; date = date.PlusDays(1))
        {
            foreach (var (opens, closes) in spans[calendar.HoursOn(date)])
            {
                var start = Instant.Max(from, calendar.Zone.AtLeniently(date.At(opens)).ToInstant());
                var end = Instant.Min(to, calendar.Zone.AtLeniently(date.At(closes)).ToInstant());
                if (start < end)
                    elapsed += end - start;
            }
        }

        return elapsed;
    }
}
