using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>
/// Sums up the columns of a table: counts the cases of each group, which says where its times go, then goes through the cases once more to count
/// the rest and to put each time in its place, and sorts group by group.
/// </summary>
internal static class TableSummary
{
    // Below every sign of an open case and above every time.
    private const long Forever = CaseRow.Open - 1;

    public static SatisfactionReport Of(CaseTable table, IReadOnlyList<Dimension> by, SatisfactionDefinition definition, Instant? asOf)
    {
        TextColumn[] columns = [.. by.Select(d => d.ColumnOf(table))];
        var groups = GroupCodes.Of(columns, table.Count);
        var until = asOf?.ToUnixTimeTicks() ?? Forever;
        var worths = new AnswerWorths(table.Columns.Answer, definition);

        var (numbers, places, starts) = Places(table.Columns.Opened, groups, until);
        var pass = new SummaryPass(table.Columns, worths.ByCode, new OpenTargets(asOf, table.Grain, table.Calendar), until, starts);
        var (counts, times, ends) = pass.Run(groups, places);

        var ranges = new (int Start, int Length)[numbers.Length];
        for (var i = 0; i < ranges.Length; i++)
        {
            ranges[i] = (starts[i], ends[i] - starts[i]);
            ShortSort.Sort(times.AsSpan(ranges[i].Start, ranges[i].Length));
        }

        var summary = new SummaryGroups(definition, table.Recorded, GroupKeys.Of(columns, groups, numbers), Array.ConvertAll(counts, c => c.ToCounts()), times, ranges);
        return new SatisfactionReport(by, summary)
        {
            AsOf = asOf,
            Calendar = table.Calendar,
            Grain = table.Grain,
            RowsRead = table.RowsRead,
            BadRows = table.BadRows.Count,
            RepeatedCases = table.RepeatedCases.Count,
            LaterCases = table.Count - starts[^1],
            UnknownAnswers = [.. worths.Unknown(table.Columns, until)],
            Assumptions = table.Assumptions,
        };
    }

    /// <summary>The numbers of the groups that have cases, the place of each number among them, and where the times of each place start.</summary>
    private static (int[] Numbers, int[] Places, int[] Starts) Places(long[] opened, GroupCodes groups, long until)
    {
        var places = new int[groups.Size];
        foreach (var (start, codes) in groups)
        {
            var began = opened.AsSpan(start, codes.Length);
            for (var i = 0; i < codes.Length; i++)
                places[codes[i]] += began[i] <= until ? 1 : 0;
        }

        var occurring = places.Length - places.AsSpan().Count(0);
        var (numbers, starts) = (new int[occurring], new int[occurring + 1]);
        var place = 0;
        for (var number = 0; number < places.Length; number++)
        {
            if (places[number] == 0)
                continue;

            numbers[place] = number;
            starts[place + 1] = starts[place] + places[number];
            places[number] = place++;
        }

        return (numbers, places, starts);
    }
}
