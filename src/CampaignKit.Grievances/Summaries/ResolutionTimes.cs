using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>
/// How long the closed cases of a group took from opening to closing, exactly. Open cases, and those closed at an unknown time, are not in it, so it
/// flatters a unit that leaves hard cases open.
/// </summary>
/// <remarks>
/// A quantile is the nearest rank: the ⌈q·n⌉-th smallest of n times, one that some case really took (Hyndman and Fan 1996, definition 1). Times are
/// in ticks of 100 ns. Without cases there is no data, which is null. The default value has none. Immutable and safe for use from any thread.
/// </remarks>
public readonly struct ResolutionTimes
{
    private readonly ReadOnlyMemory<long> _sorted;

    internal ResolutionTimes(ReadOnlyMemory<long> sorted) => _sorted = sorted;

    /// <summary>How many cases there are.</summary>
    public int Count => _sorted.Length;

    /// <summary>The shortest time.</summary>
    public Duration? Min => Count == 0 ? null : Duration.FromTicks(_sorted.Span[0]);

    /// <summary>The median: half of the cases took no longer.</summary>
    public Duration? P50 => OfRank(0.5);

    /// <summary>Nine in ten cases took no longer.</summary>
    public Duration? P90 => OfRank(0.9);

    /// <summary>The longest time.</summary>
    public Duration? Max => Count == 0 ? null : Duration.FromTicks(_sorted.Span[^1]);

    /// <summary>All times together in ticks of 100 ns; a sum of very many cases is too long for a <see cref="Duration"/>.</summary>
    public Int128 SumTicks
    {
        get
        {
            Int128 sum = 0;
            foreach (var ticks in _sorted.Span)
                sum += ticks;
            return sum;
        }
    }

    /// <summary>The mean, rounded down to the tick.</summary>
    public Duration? Mean => Count == 0 ? null : Duration.FromTicks((long)(SumTicks / Count));

    /// <summary>The times in ticks of 100 ns, from the shortest to the longest.</summary>
    public ReadOnlySpan<long> Ticks => _sorted.Span;

    /// <summary>The time that a share <paramref name="share"/> of the cases did not exceed, by nearest rank; null without cases.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is not between 0 and 1; 0 gives the shortest time.</exception>
    public Duration? Quantile(double share)
    {
        Guard.Against.OutOfRange(share, nameof(share), 0, 1);
        return OfRank(share);
    }

    /// <summary>How many cases took no longer than <paramref name="time"/>.</summary>
    public int CountWithin(Duration time)
    {
        var ticks = time.BclCompatibleTicks;
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _sorted.Span[middle] <= ticks ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private Duration? OfRank(double share) => Count == 0 ? null : Duration.FromTicks(_sorted.Span[(int)NearestRank.RankOf(share, Count) - 1]);
}
