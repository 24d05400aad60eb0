namespace CampaignKit.Grievances;

/// <summary>
/// By how much units differ from a target beyond chance. Phi is about 1 and tau squared 0 where they differ by chance alone.
/// </summary>
/// <param name="Phi">The mean square of the winsorised z-scores.</param>
/// <param name="TauSquared">The variance of true rates between units, on the arcsine scale; by the method of DerSimonian and Laird (1986).</param>
/// <param name="Units">How many units it was estimated from.</param>
/// <remarks>
/// D. J. Spiegelhalter, Statistics in Medicine 24 (2005), 1185-1202, and D. J. Spiegelhalter et al., Journal of the Royal Statistical Society A
/// 175 (2012), 1-47. Winsorising takes the extreme scores back to quantiles (type 7 of Hyndman and Fan, 1996), so that the units one looks for do not widen the limits.
/// </remarks>
public readonly record struct Overdispersion(double Phi, double TauSquared, int Units)
{
    /// <summary>The share of scores that are taken back on either side unless said: 0.1.</summary>
    public const double DefaultTrim = 0.1;

    /// <summary>The overdispersion of rates around a target; those without data are left out.</summary>
    /// <param name="rates">The rates of the units.</param>
    /// <param name="target">The rate compared with.</param>
    /// <param name="trim">The share of scores that are taken back on either side.</param>
    /// <exception cref="ArgumentNullException">The rates are null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The target is not between 0 and 1, or the share not between 0 and 0.5.</exception>
    public static Overdispersion Of(IEnumerable<Rate> rates, double target, double trim = DefaultTrim)
    {
        Guard.Against.OutOfRange(target, nameof(target), 0, 1);
        Guard.Against.OutOfRange(trim, nameof(trim), 0, 0.5);
        Rate[] units = [.. Guard.Against.Null(rates).Where(r => r.HasData)];
        if (units.Length == 0)
            return new Overdispersion(0, 0, 0);

        double[] scores = [.. units.Select(r => Score(r, target)).Order()];
        var (low, high) = (InterpolatedQuantile(scores, trim), InterpolatedQuantile(scores, 1 - trim));
        var phi = scores.Average(z => Math.Clamp(z, low, high) * Math.Clamp(z, low, high));

        var weights = units.Sum(r => 4.0 * r.Base);
        var squares = units.Sum(r => 16.0 * r.Base * r.Base);
        var spread = weights - (squares / weights);
        var tauSquared = spread > 0 ? Math.Max(0, ((units.Length * phi) - (units.Length - 1)) / spread) : 0;
        return new Overdispersion(phi, tauSquared, units.Length);
    }

    /// <summary>How many standard deviations by chance a rate is off the target, on the arcsine scale.</summary>
    internal static double Score(Rate rate, double target) =>
        2 * Math.Sqrt(rate.Base) * (Math.Asin(Math.Sqrt(rate.Value!.Value)) - Math.Asin(Math.Sqrt(target)));

    private static double InterpolatedQuantile(double[] ascending, double share)
    {
        var at = share * (ascending.Length - 1);
        var below = (int)at;
        var above = Math.Min(below + 1, ascending.Length - 1);
        return ascending[below] + ((at - below) * (ascending[above] - ascending[below]));
    }
}
