using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CampaignKit.Leaderboards;

/// <summary>
/// Counting and summing in the few dozen numbers of a node. All are looked at, many at a time: that takes no guesses about the outcome, and the cache lines are
/// fetched together rather than one after the other.
/// </summary>
internal static class Numbers
{
    /// <summary>How many keys are less than <paramref name="key"/>.</summary>
    public static int CountBelow(ReadOnlySpan<long> keys, long key)
    {
        var count = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            var vectors = MemoryMarshal.Cast<long, Vector512<long>>(keys);
            foreach (ref readonly var vector in vectors)
                count += BitOperations.PopCount(Vector512.LessThan(vector, Vector512.Create(key)).ExtractMostSignificantBits());
            keys = keys[(vectors.Length * Vector512<long>.Count)..];
        }
        else
        {
            var vectors = MemoryMarshal.Cast<long, Vector256<long>>(keys);
            foreach (ref readonly var vector in vectors)
                count += BitOperations.PopCount(Vector256.LessThan(vector, Vector256.Create(key)).ExtractMostSignificantBits());
            keys = keys[(vectors.Length * Vector256<long>.Count)..];
        }

        foreach (var other in keys)
            count += other < key ? 1 : 0;
        return count;
    }

    /// <summary>How many keys are at most <paramref name="key"/>.</summary>
    public static int CountThrough(ReadOnlySpan<long> keys, long key) =>
        key == long.MaxValue ? keys.Length : CountBelow(keys, key + 1);

    public static int Sum(ReadOnlySpan<int> numbers)
    {
        var vectors = MemoryMarshal.Cast<int, Vector<int>>(numbers);
        var sums = Vector<int>.Zero;
        foreach (ref readonly var vector in vectors)
            sums += vector;

        var sum = Vector.Sum(sums);
        foreach (var number in numbers[(vectors.Length * Vector<int>.Count)..])
            sum += number;
        return sum;
    }
}
