namespace CampaignKit.Grievances;

/// <summary>
/// The share of cases still open after each time, with the cases that are open today counted as what they are: closed later than now.
/// </summary>
/// <remarks>
/// <para>The product-limit estimator of E. L. Kaplan and P. Meier, Journal of the American Statistical Association 53 (1958), 457-481. A case
/// that was closed and one still open after the same time count in that order. Quantiles of closed cases alone are too short, the more so the
/// younger the cases; those of this curve are not, and are "not reached" where too many cases are open.</para>
/// <para>The estimate supposes that open cases go on like closed ones of the same age. Immutable and safe for use from any thread.</para>
/// </remarks>
public sealed class ResolutionCurve
{
    private readonly ResolutionTally[] _tallies;

    private ResolutionCurve(ResolutionTally[] tallies)
    {
        _tallies = tallies;
        Closed = tallies.Sum(t => t.Closed);
        Open = tallies.Sum(t => t.Open);
        Steps = [.. StepsOf(tallies, Closed + Open)];
    }

    /// <summary>How many cases were closed.</summary>
    public long Closed { get; }

    /// <summary>How many cases are open.</summary>
    public long Open { get; }

    /// <summary>The steps, by ascending time. Before the first the share is 1; between two it stays.</summary>
    public IReadOnlyList<ResolutionStep> Steps { get; }

    /// <summary>The longest time of a case, closed or open, up to which the curve is known; null if there are no cases.</summary>
    public long? Longest => _tallies is [.., var last] ? last.Time : null;

    /// <summary>The curve of cases, in any order.</summary>
    /// <exception cref="ArgumentNullException">The cases are null.</exception>
    public static ResolutionCurve Of(IEnumerable<CaseTime> cases) =>
        new(ResolutionTally.Sum(Guard.Against.Null(cases).Select(c => new ResolutionTally(c.Elapsed, c.IsOpen ? 0 : 1, c.IsOpen ? 1 : 0))));

    /// <summary>The curve of the cases of all these curves together, equal to that of one pass over them. That they share no case is for the caller to know.</summary>
    /// <exception cref="ArgumentNullException">The curves are null.</exception>
    public static ResolutionCurve Merge(params IEnumerable<ResolutionCurve> curves) =>
        new(ResolutionTally.Sum(Guard.Against.Null(curves).SelectMany(c => c._tallies)));

    /// <summary>The share still open after that time, between 0 and 1; null beyond <see cref="Longest"/> while cases are open, and without cases.</summary>
    /// <exception cref="ArgumentException">The time is negative.</exception>
    public double? StillOpenAfter(long time)
    {
        Guard.Against.Negative(time);
        if (Longest is not { } longest)
            return null;

        var (low, high) = (0, Steps.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Steps[middle].Time <= time)
                low = middle + 1;
            else
                high = middle;
        }

        var share = low == 0 ? 1 : Steps[low - 1].StillOpen;
        return time > longest && share > 0 ? null : share;
    }

    /// <summary>Within which time that share of the cases is closed: the first time after which at most the rest is open.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1.</exception>
    public TimeQuantile Quantile(double share)
    {
        Guard.Against.OutOfRange(share, nameof(share), 0, 1);
        if (Longest is not { } longest)
            return new NoTimes();

        foreach (var step in Steps)
        {
            if (step.StillOpen <= 1 - share + NearestRank.Slack)
                return new TimeReached(step.Time);
        }

        return new TimeNotReached(longest, Steps is [.., var last] ? last.StillOpen : 1);
    }

    private static IEnumerable<ResolutionStep> StepsOf(ResolutionTally[] tallies, long atRisk)
    {
        // While nobody leaves unobserved the factors (n - d) / n cancel to one quotient, which is exact where their product is not.
        var (share, since) = (1.0, atRisk);
        var variance = 0.0;
        foreach (var (time, closed, open) in tallies)
        {
            var left = atRisk - closed;
            if (closed > 0)
            {
                var stillOpen = share * ((double)left / since);
                variance += left > 0 ? closed / ((double)atRisk * left) : 0;
                yield return new ResolutionStep(time, atRisk, closed, stillOpen, stillOpen * Math.Sqrt(variance));
            }

            atRisk = left - open;
            if (open > 0)
                (share, since) = (share * ((double)left / since), atRisk);
        }
    }
}
