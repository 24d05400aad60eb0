namespace CampaignKit.Grievances;

/// <summary>Units compared by the ratio of observed to expected events, each with the exact Poisson limits that its size allows.</summary>
/// <remarks>
/// D. J. Spiegelhalter, Statistics in Medicine 24 (2005), 1185-1202. For units that differ by chance alone. The verdict is the exact test; the
/// limits are interpolated between counts. Immutable and safe for use from any thread.
/// </remarks>
public sealed class RatioFunnel
{
    /// <summary>The fewest expected events that are compared unless said: 1.</summary>
    public const double DefaultMinimumExpected = 1;

    private RatioFunnel(double target, IReadOnlyList<RatioFunnelPoint> points) => (Target, Points) = (target, points);

    /// <summary>The ratio compared with.</summary>
    public double Target { get; }

    /// <summary>The units, in the order given.</summary>
    public IReadOnlyList<RatioFunnelPoint> Points { get; }

    /// <summary>The plot of those units.</summary>
    /// <param name="units">The units with their counts.</param>
    /// <param name="target">The ratio compared with.</param>
    /// <param name="minimumExpected">The fewest expected events that are compared.</param>
    /// <exception cref="ArgumentException">There is no unit, or the fewest expected events are not above 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The target is not above 0 and at most <see cref="FunnelLimits.MostExpected"/>.</exception>
    public static RatioFunnel Of(IEnumerable<ExpectedCount> units, double target = 1, double minimumExpected = DefaultMinimumExpected)
    {
        Guard.Against.NullOrEmpty(units);
        Guard.Against.OutOfRange(target, nameof(target), double.Epsilon, FunnelLimits.MostExpected);
        Guard.Against.NegativeOrZero(minimumExpected);
        return new RatioFunnel(target, [.. units.Select(u => new RatioFunnelPoint(u, Verdict(u), FunnelLimits.ExactRatio(u.Expected, target)))]);

        FunnelVerdict Verdict(ExpectedCount unit)
        {
            var events = new PoissonDistribution(unit.Expected * target);
            return unit.Expected < minimumExpected
                ? FunnelVerdict.TooFew
                : FunnelLimits.Judge(events.LowerTail(unit.Observed), events.UpperTail(unit.Observed));
        }
    }
}
