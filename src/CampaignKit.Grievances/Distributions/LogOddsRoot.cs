namespace CampaignKit.Grievances;

/// <summary>Finds the log-odds at which a cumulative distribution has a given probability.</summary>
internal static class LogOddsRoot
{
    /// <summary>No share whose log-odds are farther from 0 is distinct from 0 or 1.</summary>
    private const double Farthest = 745;

    /// <summary>Far more than halvings alone need.</summary>
    private const int MostSteps = 1000;

    /// <summary>
    /// Newton's method on the logarithm of the probability, halving the bracket where a step leaves it. Where that logarithm is concave, as
    /// it is for the beta distribution, the first step lands below the root from any <paramref name="start"/>, and the others rise to it.
    /// </summary>
    /// <param name="probability">The probability sought, at most one half.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="distribution">The probability and the density at log-odds.</param>
    public static double Of(double probability, double start, Func<double, (double Probability, double Density)> distribution)
    {
        var (low, high) = (-Farthest, Farthest);
        var at = Math.Clamp(start, low, high);
        var last = double.PositiveInfinity;
        for (var i = 0; i < MostSteps; i++)
        {
            var (reached, density) = distribution(at);
            (low, high) = reached < probability ? (at, high) : (low, at);
            var step = Math.Log(probability / reached) * (reached / density);
            var next = at + step;

            // Steps that no longer shrink are rounding.
            if (Math.Abs(step) <= 1e-15 * Math.Max(1, Math.Abs(at)) || (Math.Abs(step) < 1e-8 && Math.Abs(step) >= last))
                return next;
            last = Math.Abs(step);
            at = next > low && next < high ? next : low + ((high - low) / 2);
            if (high - low <= 1e-15 * Farthest)
                break;
        }

        return at;
    }
}
