namespace CampaignKit.Grievances;

/// <summary>The times of each group of cases that has any, in the order of their keys, as <see cref="CaseTable.Summarise"/> has them.</summary>
internal sealed class TimedGroups
{
    private TimedGroups(IReadOnlyList<CaseTime>[] times, Rate[] within) => (Times, Within) = (times, within);

    /// <summary>The times, group by group.</summary>
    public IReadOnlyList<CaseTime>[] Times { get; }

    /// <summary>How many of the cases that began longer ago than a time were closed within it, group by group.</summary>
    public Rate[] Within { get; }

    public static TimedGroups Of(CaseTable table, IReadOnlyList<Dimension> by, ReportClock clock, long within, string baseName)
    {
        var groups = GroupCodes.Of([.. by.Select(d => d.ColumnOf(table))], table.Count);
        var times = new List<CaseTime>?[groups.Size];
        var (hits, bases) = (new long[groups.Size], new long[groups.Size]);
        foreach (var (start, codes) in groups)
        {
            for (var i = start; i < start + codes.Length; i++)
            {
                if (clock.Ages[i] == ReportClock.None)
                    continue;

                var group = codes[i - start];
                var known = times[group] ??= [];
                if (clock.Times[i] is not { } time)
                    continue;

                known.Add(time);
                if (clock.Ages[i] <= within)
                    continue;
                bases[group]++;
                hits[group] += !time.IsOpen && time.Elapsed <= within ? 1 : 0;
            }
        }

        int[] occurring = [.. Enumerable.Range(0, groups.Size).Where(g => times[g] is not null)];
        return new TimedGroups(
            Array.ConvertAll(occurring, g => (IReadOnlyList<CaseTime>)times[g]!),
            Array.ConvertAll(occurring, g => Rate.Of(hits[g], bases[g], baseName)));
    }
}
