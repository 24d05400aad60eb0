using MathNet.Numerics;

namespace CampaignKit.Grievances;

/// <summary>
/// Whether rates differ by more than chance: the chi-square test of homogeneity. K. Pearson, Philosophical Magazine 50 (1900), 157-175; J. L. Fleiss,
/// Statistical Methods for Rates and Proportions, 2nd edition (1981), section 9.1. Hits in part vary less than whole ones, so that it says too little of
/// them rather than too much.
/// </summary>
/// <param name="Probability">The probability of so much spread, if all have one rate; or what it is at most.</param>
/// <param name="IsBound">
/// Whether it is what the probability is at most. Chi-square is the distribution of many cases, so that it tells nothing where an expected count of hits or
/// misses is below 1 or more than one in five are below 5: W. G. Cochran, Biometrics 10 (1954), 417-451.
/// </param>
internal sealed record HomogeneityTest(double Probability, bool IsBound)
{
    /// <summary>Below this probability, it is not put down to chance.</summary>
    public const double Significance = 0.05;

    /// <summary>Whether the rates differ by more than chance.</summary>
    public bool IsBeyondChance => Probability < Significance;

    /// <summary>The test of these rates; null for fewer than two with data.</summary>
    public static HomogeneityTest? Of(IEnumerable<Rate> rates)
    {
        Rate[] known = [.. rates.Where(r => r.HasData)];
        if (known.Length < 2)
            return null;

        var (hits, all) = ((double)known.Sum(r => r.Hits), known.Sum(r => r.Base));
        if (hits == 0 || hits == all)
            return new HomogeneityTest(1, false);

        var pooled = hits / all;
        double[] expected = [.. known.Select(r => r.Base * hits / all), .. known.Select(r => r.Base * (all - hits) / all)];
        if (expected.Any(e => e < 1) || expected.Count(e => e < 5) * 5 > expected.Length)
            return new HomogeneityTest(Bound(known, pooled), true);

        var statistic = known.Sum(r => r.Base * Math.Pow(r.Value!.Value - pooled, 2)) / (pooled * (1 - pooled));
        return new HomogeneityTest(SpecialFunctions.GammaUpperRegularized((known.Length - 1) / 2.0, statistic / 2), false);
    }

    /// <summary>
    /// What the probability is at most that the unit furthest off is so far off on either side, if all cases are dealt out by lot, whatever the sizes and
    /// also for hits in part: W. Hoeffding, Journal of the American Statistical Association 58 (1963), 13-30, theorem 1 and section 6; by Bonferroni.
    /// </summary>
    private static double Bound(Rate[] known, double pooled) =>
        Math.Min(1, 2 * known.Length * Math.Exp(-known.Max(r => r.Base * Divergence(r.Value!.Value, pooled))));

    private static double Divergence(double share, double pooled) => Term(share, pooled) + Term(1 - share, 1 - pooled);

    private static double Term(double share, double pooled) => share == 0 ? 0 : share * Math.Log(share / pooled);
}
