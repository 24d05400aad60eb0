namespace CampaignKit.Grievances;

/// <summary>Counts by bin: those between the lowest and the highest bin in use, eight bytes each.</summary>
internal sealed class SketchBins
{
    private long[] _counts = [];
    private int _first;

    public SketchBins()
    {
    }

    public SketchBins(int first, long[] counts)
    {
        _first = first;
        _counts = counts;
    }

    /// <summary>The counts from the first bin that holds anything to the last that does.</summary>
    public (int First, ArraySegment<long> Counts) Used
    {
        get
        {
            var low = Array.FindIndex(_counts, c => c > 0);
            return low < 0 ? (0, []) : (_first + low, new ArraySegment<long>(_counts, low, Array.FindLastIndex(_counts, c => c > 0) - low + 1));
        }
    }

    public void Add(int bin, long count)
    {
        MakeRoom(bin, bin);
        _counts[bin - _first] += count;
    }

    public void Add(SketchBins other)
    {
        var (first, counts) = other.Used;
        if (counts.Count == 0)
            return;
        MakeRoom(first, first + counts.Count - 1);
        for (var i = 0; i < counts.Count; i++)
            _counts[first + i - _first] += counts[i];
    }

    /// <summary>The bin that holds the duration of that rank, counted from 1 over all bins.</summary>
    public int BinOf(long rank)
    {
        var at = 0;
        while (rank > _counts[at])
            rank -= _counts[at++];
        return _first + at;
    }

    private void MakeRoom(int low, int high)
    {
        if (_counts.Length == 0)
            (_first, _counts) = (low, new long[high - low + 1]);
        if (low >= _first && high < _first + _counts.Length)
            return;

        // Half as much again on the side that grows, so that a slow climb copies seldom.
        var (first, end) = (_first, _first + _counts.Length);
        if (low < first)
            first = Math.Min(low, first - (_counts.Length / 2));
        if (high >= end)
            end = Math.Max(high + 1, end + (_counts.Length / 2));
        var wider = new long[end - first];
        _counts.CopyTo(wider, _first - first);
        (_first, _counts) = (first, wider);
    }
}
