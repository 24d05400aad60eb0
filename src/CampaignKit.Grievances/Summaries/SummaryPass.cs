using System.Buffers;

namespace CampaignKit.Grievances;

/// <summary>
/// Goes through the cases of a table once, counts them group by group and puts each resolution time among those of its group. A stretch of cases is
/// first put in the order of their groups, roughly, so that what is written lies together: with many groups and cases memory is what takes the time.
/// </summary>
internal sealed class SummaryPass
{
    private const int StretchLength = 1 << 19;
    private const int MostParts = 64;
    private const int GroupsOfPart = 256;

    private readonly CaseColumns _cases;
    private readonly int[] _worths;
    private readonly OpenTargets _targets;
    private readonly long _until;
    private readonly PackedCounts[] _counts;
    private readonly long[] _times;
    private readonly int[] _ends;
    private readonly int _partBits;
    private readonly int[] _parts;
    private readonly Entry[] _stretch;
    private readonly Entry[] _ordered;
    private int _length;

    /// <param name="cases">The cases.</param>
    /// <param name="worths">What each answer is worth.</param>
    /// <param name="targets">Which targets of open cases have passed.</param>
    /// <param name="until">The last instant that is seen.</param>
    /// <param name="starts">Where the times of each group start, and where those of the last end; a group has a slot for each of its cases.</param>
    public SummaryPass(CaseColumns cases, int[] worths, OpenTargets targets, long until, int[] starts)
    {
        (_cases, _worths, _targets, _until) = (cases, worths, targets, until);
        _counts = new PackedCounts[starts.Length - 1];
        _times = GC.AllocateUninitializedArray<long>(starts[^1]);
        _ends = starts[..^1];
        while (_counts.Length >> _partBits > MostParts || 1 << _partBits < GroupsOfPart)
            _partBits++;
        _parts = new int[(_counts.Length >> _partBits) + 1];
        _stretch = ArrayPool<Entry>.Shared.Rent(Math.Min(cases.Count, StretchLength));
        _ordered = ArrayPool<Entry>.Shared.Rent(_parts.Length > 1 ? _stretch.Length : 0);
    }

    /// <summary>Counts all cases.</summary>
    /// <param name="groups">The number of each case's group.</param>
    /// <param name="places">The place of each number among the groups that have cases.</param>
    /// <returns>The counts; the times, in no order within a group; and where those of each group end.</returns>
    public (PackedCounts[] Counts, long[] Times, int[] Ends) Run(GroupCodes groups, int[] places)
    {
        foreach (var (start, codes) in groups)
        {
            if (_length + codes.Length > _stretch.Length)
                Flush();
            Take(start, codes, places);
        }

        Flush();
        ArrayPool<Entry>.Shared.Return(_stretch);
        ArrayPool<Entry>.Shared.Return(_ordered);
        return (_counts, _times, _ends);
    }

    private void Take(int start, ReadOnlySpan<int> codes, int[] places)
    {
        var opened = _cases.Opened.AsSpan(start, codes.Length);
        var closed = _cases.Closed.AsSpan(start, codes.Length);
        var took = _cases.Took.AsSpan(start, codes.Length);
        var answers = _cases.Answer.Codes.AsSpan(start, codes.Length);
        var facts = _cases.Facts.AsSpan(start, codes.Length);
        var entries = _stretch.AsSpan(_length);
        var taken = 0;
        for (var i = 0; i < codes.Length; i++)
        {
            if (opened[i] > _until)
                continue;

            var place = places[codes[i]];
            var isClosed = closed[i] <= _until;
            var worth = _worths[answers[i]];
            var kind = PackedCounts.KindOf(isClosed, worth, facts[i], isClosed ? OpenTarget.None : _targets.Of(_cases.Due[start + i]));
            entries[taken++] = new Entry(isClosed ? took[i] : CaseRow.NoTime, place, kind, (ushort)(isClosed ? Math.Max(worth, 0) : 0));
            _parts[place >> _partBits]++;
        }

        _length += taken;
    }

    private void Flush()
    {
        var entries = _parts.Length > 1 ? Order() : _stretch.AsSpan(0, _length);
        foreach (ref readonly var entry in entries)
        {
            _counts[entry.Place].Count(entry.Kind, entry.Worth);

            // The group has a slot for this case. What is no time is written over by the next, or lies after the last.
            ref var end = ref _ends[entry.Place];
            _times[end] = entry.Took;
            end += entry.Took != CaseRow.NoTime ? 1 : 0;
        }

        _length = 0;
    }

    private ReadOnlySpan<Entry> Order()
    {
        var before = 0;
        foreach (ref var part in _parts.AsSpan())
            (part, before) = (before, before + part);
        foreach (ref readonly var entry in _stretch.AsSpan(0, _length))
            _ordered[_parts[entry.Place >> _partBits]++] = entry;
        Array.Clear(_parts);
        return _ordered.AsSpan(0, _length);
    }

    /// <summary>What a case adds to its group.</summary>
    /// <param name="Took">The resolution time.</param>
    /// <param name="Place">The group.</param>
    /// <param name="Kind">What it counts as.</param>
    /// <param name="Worth">What its rating is worth, in thousandths.</param>
    private readonly record struct Entry(long Took, int Place, ushort Kind, ushort Worth);
}
