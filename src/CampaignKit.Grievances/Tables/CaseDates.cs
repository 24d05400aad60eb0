using NodaTime;
using NodaTime.Text;

namespace CampaignKit.Grievances;

/// <summary>The dates that times of cases may have, in a zone: far enough from the ends of time that every period and day around them exists.</summary>
internal sealed class CaseDates(DateTimeZone zone)
{
    private readonly long _start = CaseTable.EarliestDate.AtStartOfDayInZone(zone).ToInstant().ToUnixTimeTicks();
    private readonly long _end = CaseTable.LatestDate.PlusDays(1).AtStartOfDayInZone(zone).ToInstant().ToUnixTimeTicks();

    public static string Rule { get; } = $"must lie between {LocalDatePattern.Iso.Format(CaseTable.EarliestDate)} and {LocalDatePattern.Iso.Format(CaseTable.LatestDate)}";

    public bool Contains(Instant time) => time >= Instant.FromUnixTimeTicks(_start) && time < Instant.FromUnixTimeTicks(_end);

    public bool Contains(long ticks) => ticks >= _start && ticks < _end;
}
