using CampaignKit.Calendars;
using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>The periods of a trend: which, and one after another without gaps.</summary>
internal static class TrendPeriods
{
    private const int MostWeeks = 70;
    private const int MostPeriods = 3000;

    public static PeriodRule? RuleOf(Dimension dimension) => PeriodRule.TryParse(dimension.Name, out var rule, out _) ? rule : null;

    /// <summary>Weeks, or months where there would be too many of them.</summary>
    public static PeriodRule RuleFor(CaseTable table, Instant asOf)
    {
        long[] opened = [.. Opened(table, asOf)];
        return opened.Length == 0 || opened.Max() - opened.Min() <= MostWeeks * NodaConstants.TicksPerWeek ? PeriodRule.Week : PeriodRule.Month;
    }

    /// <summary>
    /// The rates with those of periods without cases put in, which would otherwise look as if time had jumped. Of too many periods, a gap keeps its first
    /// alone, so that no line and no run goes across it.
    /// </summary>
    public static IReadOnlyList<NamedRate> WithoutGaps(CaseTable table, Instant asOf, PeriodRule rule, IReadOnlyDictionary<string, Rate> rates, string baseName)
    {
        long[] opened = [.. Opened(table, asOf)];
        if (opened.Length == 0)
            return [];

        var (period, last) = (PeriodAt(opened.Min()), PeriodAt(opened.Max()));
        var all = new List<NamedRate>();
        while (period.Start <= last.Start && all.Count < MostPeriods)
        {
            all.Add(RateOf(period));
            period = table.Calendar.Next(period);
        }

        return all.Count < MostPeriods ? all : [.. WithShortGaps()];

        IEnumerable<NamedRate> WithShortGaps()
        {
            Array.Sort(opened);
            for (var place = 0; place < opened.Length;)
            {
                var known = PeriodAt(opened[place]);
                var following = table.Calendar.Next(known);
                yield return RateOf(known);
                var end = following.Start.ToUnixTimeTicks();
                while (place < opened.Length && opened[place] < end)
                    place++;
                if (place < opened.Length && PeriodAt(opened[place]).Start > following.Start)
                    yield return RateOf(following);
            }
        }

        NamedRate RateOf(CampaignPeriod at) => new(at.Id, rates.GetValueOrDefault(at.Id) ?? Rate.NoData(baseName));

        CampaignPeriod PeriodAt(long ticks) => table.Calendar.PeriodOf(rule, Instant.FromUnixTimeTicks(ticks));
    }

    private static IEnumerable<long> Opened(CaseTable table, Instant asOf) => table.Columns.Opened.Where(o => o < asOf.ToUnixTimeTicks());
}
