namespace CampaignKit.Grievances;

/// <summary>
/// Between which limits a unit of a given size falls with 95 % and with 99.8 % probability, if it is on target. Shares between 0 and 1, for
/// <see cref="ChiSquare"/> and <see cref="ExactRatio"/> ratios of observed to expected.
/// </summary>
/// <param name="Low998">The lower 99.8 % limit.</param>
/// <param name="Low95">The lower 95 % limit.</param>
/// <param name="High95">The upper 95 % limit.</param>
/// <param name="High998">The upper 99.8 % limit.</param>
public readonly record struct FunnelLimits(double Low998, double Low95, double High95, double High998)
{
    /// <summary>The most events that can be expected, and the largest target of a ratio: 1e12.</summary>
    public const double MostExpected = 1e12;

    internal const double Tail95 = 0.025;
    internal const double Tail998 = 0.001;

    // To six decimals, as published funnel plots have them.
    private const double Z95 = 1.959964;
    private const double Z998 = 3.090232;

    /// <summary>
    /// Exact limits of a rate, interpolated between counts. D. J. Spiegelhalter, Funnel plots for comparing institutional performance, Statistics
    /// in Medicine 24 (2005), 1185-1202, appendix A. A target of 0 or 1 leaves nothing to chance and is each limit.
    /// </summary>
    /// <param name="size">The base of the unit.</param>
    /// <param name="target">The rate compared with.</param>
    /// <exception cref="ArgumentException">The base is not above 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The target is not between 0 and 1.</exception>
    public static FunnelLimits Exact(long size, double target)
    {
        Guard.Against.NegativeOrZero(size);
        Guard.Against.OutOfRange(target, nameof(target), 0, 1);
        if (target is 0 or 1)
            return new FunnelLimits(target, target, target, target);

        var hits = new BinomialDistribution(size, target);
        return Each((tail, side) => Math.Clamp(hits.InterpolatedQuantile(side < 0 ? tail : 1 - tail) / size, 0, 1));
    }

    /// <summary>
    /// Limits of a rate on the arcsine scale, where its variance is 1 / 4n whatever the target, with the variance between units added.
    /// D. J. Spiegelhalter et al., Statistical methods for healthcare regulation, Journal of the Royal Statistical Society A 175 (2012), 1-47.
    /// </summary>
    /// <param name="size">The base of the unit.</param>
    /// <param name="target">The rate compared with.</param>
    /// <param name="tauSquared">The variance of true rates between units on the arcsine scale; see <see cref="Overdispersion"/>.</param>
    /// <exception cref="ArgumentException">The base is not above 0, or the variance is negative.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The target is not between 0 and 1.</exception>
    public static FunnelLimits Arcsine(long size, double target, double tauSquared = 0) => Arcsine(size, target, Guard.Against.Negative(tauSquared), 1);

    /// <summary>
    /// Limits of the ratio of observed to expected events: those between which the true mean lies with that confidence where as many are observed
    /// as expected, by the chi-square distribution. F. Garwood, Biometrika 28 (1936), 437-442.
    /// </summary>
    /// <param name="expected">How many events are expected, whole or not.</param>
    /// <param name="target">The ratio compared with.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not above 0 and at most <see cref="MostExpected"/>.</exception>
    public static FunnelLimits ChiSquare(double expected, double target = 1)
    {
        Guard.Against.OutOfRange(expected, nameof(expected), double.Epsilon, MostExpected);
        Guard.Against.OutOfRange(target, nameof(target), double.Epsilon, MostExpected);
        return Each((tail, side) => target / expected * (side < 0
            ? GammaDistribution.Quantile(tail, expected)
            : GammaDistribution.Quantile(1 - tail, expected + 1)));
    }

    /// <summary>
    /// Exact limits of the ratio of observed to expected events, by the Poisson distribution, interpolated between counts as in
    /// <see cref="Exact"/>.
    /// </summary>
    /// <param name="expected">How many events are expected, whole or not.</param>
    /// <param name="target">The ratio compared with.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not above 0 and at most <see cref="MostExpected"/>.</exception>
    public static FunnelLimits ExactRatio(double expected, double target = 1)
    {
        Guard.Against.OutOfRange(expected, nameof(expected), double.Epsilon, MostExpected);
        var events = new PoissonDistribution(expected * Guard.Against.OutOfRange(target, nameof(target), double.Epsilon, MostExpected));
        return Each((tail, side) => Math.Max(0, events.InterpolatedQuantile(side < 0 ? tail : 1 - tail)) / expected);
    }

    /// <summary>What the limits say of a value.</summary>
    internal FunnelVerdict Judge(double value) =>
        value < Low998 ? FunnelVerdict.FarBelow
        : value > High998 ? FunnelVerdict.FarAbove
        : value < Low95 ? FunnelVerdict.Below
        : value > High95 ? FunnelVerdict.Above
        : FunnelVerdict.Within;

    /// <summary>What an exact test says of a count, from the probabilities of at most and of at least as many.</summary>
    internal static FunnelVerdict Judge(double atMost, double atLeast) =>
        atMost < Tail998 ? FunnelVerdict.FarBelow
        : atLeast < Tail998 ? FunnelVerdict.FarAbove
        : atMost < Tail95 ? FunnelVerdict.Below
        : atLeast < Tail95 ? FunnelVerdict.Above
        : FunnelVerdict.Within;

    internal static FunnelLimits Arcsine(long size, double target, double tauSquared, double phi)
    {
        Guard.Against.NegativeOrZero(size);
        Guard.Against.OutOfRange(target, nameof(target), 0, 1);
        var centre = Math.Asin(Math.Sqrt(target));
        var deviation = Math.Sqrt(((0.25 / size) + tauSquared) * phi);
        return new FunnelLimits(At(-Z998), At(-Z95), At(Z95), At(Z998));

        double At(double z)
        {
            var sine = Math.Sin(Math.Clamp(centre + (z * deviation), 0, Math.PI / 2));
            return sine * sine;
        }
    }

    private static FunnelLimits Each(Func<double, int, double> limit) =>
        new(limit(Tail998, -1), limit(Tail95, -1), limit(Tail95, 1), limit(Tail998, 1));
}
