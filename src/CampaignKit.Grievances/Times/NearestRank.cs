namespace CampaignKit.Grievances;

/// <summary>
/// Exact quantiles by nearest rank: the smallest value that at least the given share of all values does not exceed. Always one of the values,
/// never interpolated.
/// </summary>
/// <remarks>
/// The inverse of the empirical distribution function, type 1 of R. J. Hyndman and Y. Fan, Sample Quantiles in Statistical Packages, The
/// American Statistician 50 (1996), 361-365. The share 0 asks for the smallest value, 1 for the largest.
/// </remarks>
public static class NearestRank
{
    /// <summary>How far a share may miss a whole rank and still count as it, since decimals such as 0.07 are not exact.</summary>
    internal const double Slack = 1e-12;

    /// <summary>The rank from 1 of the quantile among <paramref name="count"/> values: share times count, rounded up.</summary>
    /// <exception cref="ArgumentException">There are no values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1.</exception>
    public static long Of(double share, long count)
    {
        Guard.Against.OutOfRange(share, nameof(share), 0, 1);
        Guard.Against.NegativeOrZero(count);
        return RankOf(share, count);
    }

    /// <summary>The rank of a share and a count that are known to be in range; allocates nothing.</summary>
    internal static long RankOf(double share, long count) => Math.Clamp((long)Math.Ceiling((share - Slack) * count), 1, count);

    /// <summary>The quantile of times in ascending order, which is not checked; <see cref="NoTimes"/> if there are none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1.</exception>
    public static TimeQuantile OfAscending(double share, ReadOnlySpan<long> ascending)
    {
        Guard.Against.OutOfRange(share, nameof(share), 0, 1);
        return ascending.IsEmpty ? new NoTimes() : new TimeReached(ascending[(int)Of(share, ascending.Length) - 1]);
    }

    /// <summary>The quantile of times in any order; <see cref="NoTimes"/> if there are none.</summary>
    /// <exception cref="ArgumentNullException">The times are null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1.</exception>
    public static TimeQuantile Of(double share, IEnumerable<long> times)
    {
        long[] ascending = [.. Guard.Against.Null(times)];
        Array.Sort(ascending);
        return OfAscending(share, ascending);
    }
}
