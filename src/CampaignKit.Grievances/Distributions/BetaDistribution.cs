namespace CampaignKit.Grievances;

/// <summary>
/// The beta distribution with any shapes above 0: probabilities are accurate to about 1e-14 also where both are large, where differences of
/// logarithms of the gamma function lose their digits, and quantiles by as much more as the density allows. Points are given by their log-odds, which are precise near 0 and near 1 alike.
/// </summary>
internal static class BetaDistribution
{
    // Of the least normal double.
    private const double LeastLogOdds = -708.3;

    // At the largest shape a few times its root are needed: 1e5.
    private const double MostTerms = 1e6;

    /// <summary>From here on the Cornish-Fisher expansion, whose relative error is about 1 / shape^2, is exact to rounding.</summary>
    public const double LargeShape = 1e9;

    /// <summary>
    /// The probability of a value of at most the one with these <paramref name="logOdds"/>: the regularised incomplete beta function.
    /// </summary>
    public static double LowerTail(double logOdds, double a, double b)
    {
        var (x, y) = (Share(logOdds), Share(-logOdds));
        var density = LogOddsDensity(logOdds, a, b);

        // The continued fraction converges fast on the near side of the mean only; which side that is must be asked of the smaller of the two
        // shares, for the other may have been rounded to 1.
        var isNear = x < y ? x <= (a + 1) / (a + b + 2) : y >= (b + 1) / (a + b + 2);
        return isNear ? density * Fraction(x, y, a, b) : 1 - (density * Fraction(y, x, b, a));
    }

    /// <summary>The density in terms of the log-odds: x^a (1 - x)^b / B(a, b) at the value x that has them.</summary>
    public static double LogOddsDensity(double logOdds, double a, double b)
    {
        var sum = a + b;
        var deviance = StirlingSeries.Deviance(a, sum * Share(logOdds)) + StirlingSeries.Deviance(b, sum * Share(-logOdds));
        var error = StirlingSeries.Error(sum) - StirlingSeries.Error(a) - StirlingSeries.Error(b);
        return Math.Sqrt(a * (b / sum) / (2 * Math.PI)) * Math.Exp(error - deviance);
    }

    /// <summary>The value that is not exceeded with probability <paramref name="lowerTail"/>, between 0 and 1 exclusive.</summary>
    public static double Quantile(double lowerTail, double a, double b) =>
        b == 1 ? Math.Pow(lowerTail, 1 / a) : ShareAtRoot(LogOddsQuantile(lowerTail, a, b));

    /// <summary>The value that is exceeded with probability <paramref name="upperTail"/>, precise near 0 where 1 less a <see cref="Quantile"/> is not.</summary>
    public static double UpperQuantile(double upperTail, double a, double b) =>
        a == 1 ? RestOfRoot(upperTail, b) : Share(-LogOddsQuantile(upperTail, b, a));

    /// <summary>1 less the root of that degree of the probability, without cancellation where the root is near 1.</summary>
    public static double RestOfRoot(double probability, double degree)
    {
        var half = Math.Tanh(-Math.Log(probability) / degree / 2);
        return 2 * half / (1 + half);
    }

    /// <summary>The log-odds of the <see cref="Quantile"/>.</summary>
    public static double LogOddsQuantile(double lowerTail, double a, double b)
    {
        if (lowerTail > 0.5)
            return -LogOddsQuantile(1 - lowerTail, b, a);
        if (Math.Min(a, b) >= LargeShape)
            return Expansion(-NormalDistribution.UpperQuantile(lowerTail), a, b);

        var start = Math.Log(a / b) - (NormalDistribution.UpperQuantile(lowerTail) * Math.Sqrt((1 / a) + (1 / b)));
        return LogOddsRoot.Of(lowerTail, start, logOdds => (LowerTail(logOdds, a, b), LogOddsDensity(logOdds, a, b)));
    }

    /// <summary>The share with these log-odds.</summary>
    public static double Share(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    /// <summary>The share at a root: 0 where no double of full precision is so small, and the search had nothing to hold on to.</summary>
    public static double ShareAtRoot(double logOdds) => logOdds < LeastLogOdds ? 0 : Share(logOdds);

    /// <summary>
    /// The continued fraction of the incomplete beta function, by Lentz's method, in a form that takes both x and 1 - x, so that neither is lost
    /// beside the other. A. R. Didonato and A. H. Morris, ACM Transactions on Mathematical Software 18 (1992), 360-373, BFRAC.
    /// </summary>
    private static double Fraction(double x, double y, double a, double b)
    {
        var distance = (a * y) - (b * x) + 1;
        var fraction = a * distance / (a + 1);
        var (numerator, denominator) = (fraction, 0.0);
        for (var m = 1.0; m < MostTerms; m++)
        {
            var before = a + (2 * m) - 1;
            var over = (a + m - 1) / before * ((a + b + m - 1) / before) * m * (b - m) * x * x;
            var under = m + (m * (b - m) * x / before) + ((a + m) * (distance + (m * (1 + y))) / (before + 2));
            denominator = 1 / (under + (over * denominator));
            numerator = under + (over / numerator);
            var change = numerator * denominator;
            fraction *= change;
            if (Math.Abs(change - 1) <= 2.5e-16)
                break;
        }

        return 1 / fraction;
    }

    /// <summary>E. A. Cornish and R. A. Fisher, Revue de l'Institut International de Statistique 5 (1938), 307-320, to the fourth cumulant.</summary>
    private static double Expansion(double z, double a, double b)
    {
        // The cumulants of the log-odds are differences of polygamma functions, whose series are short at large shapes.
        var mean = Math.Log(a / b) - (0.5 / a) + (0.5 / b);
        var deviation = Math.Sqrt((1 / a) + (1 / b) + (0.5 / a / a) + (0.5 / b / b));
        var skewness = ((-1 / a / a) + (1 / b / b)) / (deviation * deviation * deviation);
        var excess = ((2 / a / a / a) + (2 / b / b / b)) / Math.Pow(deviation, 4);
        var corrected = z + (((z * z) - 1) * skewness / 6) + (((z * z) - 3) * z * excess / 24) - (((2 * z * z) - 5) * z * skewness * skewness / 36);
        return mean + (deviation * corrected);
    }
}
