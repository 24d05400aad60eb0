using System.Collections;

namespace CampaignKit.Grievances;

/// <summary>Groups in columns: counts side by side, and the sorted resolution times of one group after those of another. Never written to once made.</summary>
/// <param name="definition">What counts as what.</param>
/// <param name="recorded">Which facts are known.</param>
/// <param name="keys">The key of each group.</param>
/// <param name="counts">The counts of each group.</param>
/// <param name="times">All resolution times.</param>
/// <param name="ranges">Where in them those of each group are.</param>
internal sealed class SummaryGroups(
    SatisfactionDefinition definition, RecordedFacts recorded, GroupKeys keys, GroupCounts[] counts, long[] times, (int Start, int Length)[] ranges)
    : ReportGroups(definition, recorded), IReadOnlyList<SatisfactionRow>
{
    public int Count => counts.Length;

    public override int Dimensions => keys.Dimensions;

    public SatisfactionRow this[int index] => new(this, index);

    public override string KeyAt(int group, int dimension) => keys[group, dimension];

    public override ref readonly GroupCounts CountsAt(int group) => ref counts[group];

    public override ReadOnlyMemory<long> TimesAt(int group) => times.AsMemory(ranges[group].Start, ranges[group].Length);

    public string[] KeyOf(int group) => keys.ToArray(group);

    /// <summary>All groups as one, whose times are put in order when they are first asked for.</summary>
    public LoneGroup Total()
    {
        var total = default(GroupCounts);
        foreach (ref readonly var group in counts.AsSpan())
            total.Add(group);
        var sorted = new Lazy<ReadOnlyMemory<long>>(AllTimes);
        return new LoneGroup(Definition, Recorded, [], total, () => sorted.Value);
    }

    public IEnumerator<SatisfactionRow> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private ReadOnlyMemory<long> AllTimes()
    {
        if (Count == 1)
            return TimesAt(0);

        var all = new long[ranges.Sum(r => r.Length)];
        var at = 0;
        for (var i = 0; i < Count; i++)
        {
            TimesAt(i).Span.CopyTo(all.AsSpan(at));
            at += ranges[i].Length;
        }

        Array.Sort(all);
        return all;
    }
}
