using System.Numerics;

namespace CampaignKit.Grievances;

/// <summary>
/// Sorts the times of a group, quicker than the framework does where there are not many: few by insertion, some hundreds after they have been spread
/// by their leading bits.
/// </summary>
internal static class ShortSort
{
    private const int Few = 40;
    private const int Some = 1_024;
    private const int MostBuckets = 256;

    public static void Sort(Span<long> times)
    {
        if (times.Length <= Few)
            Insert(times);
        else if (times.Length <= Some)
            Spread(times);
        else
            times.Sort();
    }

    private static void Spread(Span<long> times)
    {
        var (least, most) = (times[0], times[0]);
        foreach (var time in times)
            (least, most) = (Math.Min(least, time), Math.Max(most, time));

        // As many buckets as half of the times to all of them, unless they differ by less.
        var width = (ulong)(most - least);
        var bits = 64 - BitOperations.LeadingZeroCount(width);
        var shift = Math.Max(0, bits - Math.Min(BitOperations.Log2((uint)times.Length), BitOperations.Log2(MostBuckets)));
        Span<int> ends = stackalloc int[MostBuckets + 1];
        ends.Clear();
        foreach (var time in times)
            ends[(int)((ulong)(time - least) >> shift) + 1]++;
        for (var i = 1; i < ends.Length; i++)
            ends[i] += ends[i - 1];

        Span<long> spread = stackalloc long[times.Length];
        foreach (var time in times)
            spread[ends[(int)((ulong)(time - least) >> shift)]++] = time;

        var start = 0;
        foreach (var end in ends[..(int)((width >> shift) + 1)])
        {
            var bucket = spread[start..end];
            if (bucket.Length <= Few)
                Insert(bucket);
            else
                bucket.Sort();
            start = end;
        }

        spread.CopyTo(times);
    }

    private static void Insert(Span<long> times)
    {
        for (var i = 1; i < times.Length; i++)
        {
            var time = times[i];
            var at = i;
            for (; at > 0 && times[at - 1] > time; at--)
                times[at] = times[at - 1];
            times[at] = time;
        }
    }
}
