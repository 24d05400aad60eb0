using MathNet.Numerics;
using MathNet.Numerics.RootFinding;

namespace CampaignKit.Grievances;

/// <summary>
/// Finds the beta distribution under which the rates seen are the most likely: for each strength the mean by its own equation, then the strength
/// at which the likelihood of that pair no longer grows.
/// </summary>
internal sealed class BetaBinomialFit
{
    /// <summary>Units of a greater strength differ by less than a twentieth of a percentage point: by nothing that matters.</summary>
    private const double Strongest = 1e6;

    private const double Weakest = 1e-3;

    private readonly (double Hits, double Misses)[] _units;

    private BetaBinomialFit(IEnumerable<Rate> rates) =>
        _units = [.. rates.Where(r => r.HasData).Select(r => ((double)r.Hits, (double)(r.Base - r.Hits)))];

    /// <summary>The prior; null if the rates differ no more than by chance.</summary>
    public static BetaPrior? Of(IEnumerable<Rate> rates)
    {
        var fit = new BetaBinomialFit(rates);
        if (!fit.IsOverdispersed() || fit.Growth(Math.Log(Strongest)) >= 0)
            return null;

        var weakest = Math.Log(Weakest);
        var strength = fit.Growth(weakest) <= 0 ? Weakest : Math.Exp(Brent.FindRoot(fit.Growth, weakest, Math.Log(Strongest), 1e-12, 200));
        return new BetaPrior(fit.MeanAt(strength), strength);
    }

    /// <summary>
    /// Whether the likelihood grows where chance alone gives way to a little more: the score test. R. E. Tarone, Testing the goodness of fit of the
    /// binomial distribution, Biometrika 66 (1979), 585-590.
    /// </summary>
    private bool IsOverdispersed()
    {
        var (hits, misses) = (_units.Sum(u => u.Hits), _units.Sum(u => u.Misses));
        if (hits == 0 || misses == 0)
            return false;

        var mean = hits / (hits + misses);
        var excess = _units.Sum(u => (u.Hits * (u.Hits - 1) / mean) + (u.Misses * (u.Misses - 1) / (1 - mean)));
        return excess > _units.Sum(u => (u.Hits + u.Misses) * (u.Hits + u.Misses - 1));
    }

    /// <summary>The derivative of the log-likelihood by the strength, at the best mean for it.</summary>
    private double Growth(double logStrength)
    {
        var strength = Math.Exp(logStrength);
        var mean = MeanAt(strength);
        return _units.Sum(u =>
            (mean * Rise(mean * strength, u.Hits)) + ((1 - mean) * Rise((1 - mean) * strength, u.Misses)) - Rise(strength, u.Hits + u.Misses));
    }

    private double MeanAt(double strength)
    {
        var logOdds = Brent.FindRoot(Slope, -40, 40, 1e-14, 200);
        return BetaDistribution.Share(logOdds);

        // Falls with the mean, for the digamma function is concave.
        double Slope(double logOdds) => _units.Sum(u =>
            Rise(BetaDistribution.Share(logOdds) * strength, u.Hits) - Rise(BetaDistribution.Share(-logOdds) * strength, u.Misses));
    }

    private static double Rise(double from, double by) => by == 0 ? 0 : SpecialFunctions.DiGamma(from + by) - SpecialFunctions.DiGamma(from);
}
