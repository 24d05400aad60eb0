namespace CampaignKit.Benchmarks.Grievances;

/// <summary>The plain ways of asking a list: LINQ over objects and over structs.</summary>
internal static class CaseTableLinq
{
    private const long NoTime = -1;

    public static List<CaseTableGroup> Full(CaseObject[] cases) => cases
        .GroupBy(c => (c.Unit, c.Category, c.Week))
        .Select(g =>
        {
            var closed = g.Where(c => c.Closed is not null).ToList();
            var times = closed.Select(c => (c.Closed!.Value - c.Opened).Ticks / TimeSpan.TicksPerMinute).Order().ToArray();
            var rated = closed.Where(c => c.Answer is "satisfied" or "basically satisfied" or "dissatisfied").ToList();
            return new CaseTableGroup(
                g.Key.Unit, g.Key.Category, g.Key.Week, g.Count(), g.Count(c => c.Closed is null), rated.Count,
                rated.Sum(c => c.Answer switch { "satisfied" => 1000L, "basically satisfied" => 900, _ => 0 }), Rank(times, 5), Rank(times, 9));
        })
        .ToList();

    public static List<(string, string, string, int Cases, int Open)> Counts(CaseObject[] cases) => cases
        .GroupBy(c => (c.Unit, c.Category, c.Week))
        .Select(g => (g.Key.Unit, g.Key.Category, g.Key.Week, g.Count(), g.Count(c => c.Closed is null)))
        .ToList();

    public static List<(int, int, int, long Cases, long Open, long Rated, long Worth, long P50, long P90)> Full(CaseStruct[] cases) => cases
        .GroupBy(c => (c.Unit, c.Category, c.Week))
        .Select(g =>
        {
            var (open, rated, worth) = (0, 0, 0L);
            var times = new List<long>();
            foreach (var c in g)
            {
                if (c.Closed == long.MaxValue)
                {
                    open++;
                    continue;
                }

                times.Add((c.Closed - c.Opened) / TimeSpan.TicksPerMinute);
                rated += c.Worth >= 0 ? 1 : 0;
                worth += c.Worth >= 0 ? c.Worth * 10L : 0;
            }

            times.Sort();
            long[] sorted = [.. times];
            return (g.Key.Unit, g.Key.Category, g.Key.Week, (long)g.Count(), (long)open, (long)rated, worth, Rank(sorted, 5), Rank(sorted, 9));
        })
        .ToList();

    private static long Rank(long[] sorted, int tenths) => sorted.Length == 0 ? NoTime : sorted[(((tenths * sorted.Length) + 9) / 10) - 1];
}
