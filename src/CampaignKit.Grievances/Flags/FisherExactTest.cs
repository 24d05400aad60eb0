using MathNet.Numerics;

namespace CampaignKit.Grievances;

/// <summary>
/// The exact test of whether two groups have one rate: of all splits of the hits over the groups, the probability of those no likelier than the
/// one seen. R. A. Fisher, Statistical Methods for Research Workers, 5th edition (1934), section 21.02.
/// </summary>
internal static class FisherExactTest
{
    /// <summary>As R's <c>fisher.test</c>, splits count as no likelier up to this relative error of computation.</summary>
    private const double Tolerance = 1e-7;

    /// <summary>The two-sided probability. Time: the number of possible splits.</summary>
    public static double TwoSided(long hits, long count, long otherHits, long otherCount)
    {
        var total = hits + otherHits;
        var least = Math.Max(0, total - otherCount);
        var most = Math.Min(total, count);

        // Weights relative to the likeliest split neither overflow nor all vanish.
        var mode = Math.Clamp((long)((total + 1.0) * (count + 1.0) / (count + otherCount + 2.0)), least, most);
        var limit = LogWeight(hits) + Math.Log(1 + Tolerance);
        double all = 0, asUnlikely = 0;
        for (var split = least; split <= most; split++)
        {
            var log = LogWeight(split);
            var weight = Math.Exp(log);
            all += weight;
            asUnlikely += log <= limit ? weight : 0;
        }

        return Math.Min(1, asUnlikely / all);

        double LogWeight(long split) => LogChoose(count, split) + LogChoose(otherCount, total - split) - LogChoose(count, mode) - LogChoose(otherCount, total - mode);
    }

    private static double LogChoose(long n, long k) => SpecialFunctions.GammaLn(n + 1.0) - SpecialFunctions.GammaLn(k + 1.0) - SpecialFunctions.GammaLn(n - k + 1.0);
}
