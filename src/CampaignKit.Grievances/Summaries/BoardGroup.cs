namespace CampaignKit.Grievances;

/// <summary>A group of cases that come and go, each in constant time: counts, and the timed cases in no order.</summary>
internal sealed class BoardGroup(string[] key)
{
    private readonly List<BoardCase> _timed = [];
    private GroupCounts _counts;
    private long[]? _sorted;
    private long _version;

    public string[] Key { get; } = key;

    public ref readonly GroupCounts Counts => ref _counts;

    public bool IsEmpty => _counts.Cases == 0;

    public void Add(BoardCase entry, bool inTotal)
    {
        Count(entry, 1);
        if (entry.Took == CaseRow.NoTime)
            return;

        Place(entry, _timed.Count, inTotal);
        _timed.Add(entry);
    }

    public void Remove(BoardCase entry, bool inTotal)
    {
        Count(entry, -1);
        if (entry.Took == CaseRow.NoTime)
            return;

        var place = inTotal ? entry.PlaceInTotal : entry.PlaceInGroup;
        var last = _timed[^1];
        _timed[place] = last;
        Place(last, place, inTotal);
        _timed.RemoveAt(_timed.Count - 1);
    }

    public ReadOnlyMemory<long> SortedTimes()
    {
        if (_sorted is null)
        {
            var sorted = new long[_timed.Count];
            for (var i = 0; i < sorted.Length; i++)
                sorted[i] = _timed[i].Took;
            ShortSort.Sort(sorted);
            _sorted = sorted;
        }

        return _sorted;
    }

    public SatisfactionRow ToRow(SatisfactionDefinition definition, RecordedFacts recorded)
    {
        var version = _version;
        return new LoneGroup(definition, recorded, Key, _counts, () => version == _version
            ? SortedTimes()
            : throw new InvalidOperationException("The group has changed since; ask the board for its row anew.")).Row;
    }

    private static void Place(BoardCase entry, int place, bool inTotal)
    {
        if (inTotal)
            entry.PlaceInTotal = place;
        else
            entry.PlaceInGroup = place;
    }

    private void Count(BoardCase entry, int times)
    {
        _counts.Count(entry.Record.IsClosed, entry.Worth, entry.Facts, times);
        if (!entry.Record.IsClosed)
            _counts.Count(default(OpenTargets).Of(CaseRow.DueOf(entry.Record)), times);
        _sorted = null;
        _version++;
    }
}
