namespace CampaignKit.Grievances;

/// <summary>Makes columns of groups that come one by one, in any order.</summary>
internal sealed class GroupCollector(int dimensions)
{
    private readonly SortedDictionary<IReadOnlyList<string>, (GroupCounts Counts, List<long> Times)> _groups = new(KeyOrder.Instance);

    /// <summary>Adds a group, or adds to the group of that key.</summary>
    public void Add(string[] key, in GroupCounts counts, ReadOnlySpan<long> times)
    {
        var group = _groups.TryGetValue(key, out var known) ? known : (default, []);
        group.Counts.Add(counts);
        group.Times.AddRange(times);
        _groups[key] = group;
    }

    public SummaryGroups ToGroups(SatisfactionDefinition definition, RecordedFacts recorded)
    {
        TextCodes[] texts = [.. Enumerable.Range(0, dimensions).Select(_ => new TextCodes())];
        var counts = new GroupCounts[_groups.Count];
        var ranges = new (int Start, int Length)[_groups.Count];
        var times = new long[_groups.Values.Sum(g => g.Times.Count)];
        var (group, start) = (0, 0);
        foreach (var (key, value) in _groups)
        {
            for (var i = 0; i < dimensions; i++)
                texts[i].Add(texts[i].CodeOf(key[i]));
            counts[group] = value.Counts;
            ranges[group++] = (start, value.Times.Count);
            var sorted = times.AsSpan(start, value.Times.Count);
            value.Times.CopyTo(times, start);
            ShortSort.Sort(sorted);
            start += sorted.Length;
        }

        TextColumn[] columns = [.. texts.Select(t => t.ToColumn())];
        int[] codes = [.. Enumerable.Range(0, counts.Length).SelectMany(row => columns.Select(c => c.Codes[row]))];
        return new SummaryGroups(definition, recorded, new GroupKeys([.. columns.Select(c => c.Values)], codes), counts, times, ranges);
    }
}
