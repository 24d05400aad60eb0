namespace CampaignKit.Grievances;

/// <summary>
/// What probabilities of large counts are computed from without cancellation. C. Loader, Fast and Accurate Computation of Binomial
/// Probabilities (2000).
/// </summary>
internal static class StirlingSeries
{
    /// <summary>
    /// The logarithm of the gamma function of <paramref name="x"/>, above 0, less Stirling's formula ln sqrt(2 pi / x) + x ln x - x.
    /// Absolute error about 1e-15.
    /// </summary>
    public static double Error(double x)
    {
        // By the recurrence of the gamma function up to where the series is exact to rounding.
        var shift = 0.0;
        for (; x < 10; x++)
            shift += ((x + 0.5) * double.LogP1(1 / x)) - 1;

        var square = 1 / (x * x);
        return shift + ((((((((1.0 / 156 * square) - (691.0 / 360_360)) * square) + (1.0 / 1188)) * square - (1.0 / 1680)) * square + (1.0 / 1260)) * square - (1.0 / 360)) * square + (1.0 / 12)) / x;
    }

    /// <summary>
    /// The deviance x ln(x / mean) + mean - x, never negative; accurate also where <paramref name="x"/> is close to <paramref name="mean"/>.
    /// </summary>
    public static double Deviance(double x, double mean)
    {
        var difference = x - mean;
        if (Math.Abs(difference) >= 0.1 * (x + mean))
            return (x * Math.Log(x / mean)) - difference;

        var v = difference / (x + mean);
        var sum = difference * v;
        var term = 2 * x * v;
        for (var odd = 3; ; odd += 2)
        {
            term *= v * v;
            var next = sum + (term / odd);
            if (next == sum || double.IsNaN(next))
                return next;
            sum = next;
        }
    }
}
