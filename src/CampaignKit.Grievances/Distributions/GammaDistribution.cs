using MathNet.Numerics;

namespace CampaignKit.Grievances;

/// <summary>The gamma distribution of scale 1.</summary>
internal static class GammaDistribution
{
    /// <summary>
    /// The value that is not exceeded with the probability <paramref name="lowerTail"/>: half the chi-square quantile of twice the
    /// <paramref name="shape"/> degrees of freedom.
    /// </summary>
    public static double Quantile(double lowerTail, double shape)
    {
        // From the cube-root formula of Wilson and Hilferty (1931), or where that is near 0 from the first term of the series; on by Newton's method
        // on the logarithms of probability and value, where the distribution function is concave.
        var root = 1 - (1 / (9 * shape)) - (NormalDistribution.UpperQuantile(lowerTail) / (3 * Math.Sqrt(shape)));
        var at = root > 0.3 ? shape * root * root * root : Math.Exp((Math.Log(lowerTail) + SpecialFunctions.GammaLn(shape + 1)) / shape);

        // Below this the first term is exact to rounding.
        const double tiny = 1e-17;
        for (var (i, step) = (0, 1.0); i < 100 && at > tiny && Math.Abs(step) > 1e-14; i++)
        {
            var reached = SpecialFunctions.GammaLowerRegularized(shape, at);
            step = Math.Log(lowerTail / reached) * reached / LogDensity(at, shape);
            at *= Math.Exp(step);
        }

        return at;
    }

    /// <summary>The density in terms of the logarithm of the value.</summary>
    private static double LogDensity(double value, double shape) =>
        shape * Math.Exp(-StirlingSeries.Error(shape) - StirlingSeries.Deviance(shape, value)) / Math.Sqrt(2 * Math.PI * shape);
}
