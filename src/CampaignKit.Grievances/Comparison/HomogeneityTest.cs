using MathNet.Numerics;

namespace CampaignKit.Grievances;

/// <summary>
/// Whether rates differ by more than chance: the chi-square test of homogeneity. K. Pearson, Philosophical Magazine 50 (1900), 157-175; J. L. Fleiss,
/// Statistical Methods for Rates and Proportions, 2nd edition (1981), section 9.1. Hits in part vary less than whole ones, so that it says too little of
/// them, never too much.
/// </summary>
internal static class HomogeneityTest
{
    /// <summary>Below this probability, it is not put down to chance.</summary>
    public const double Significance = 0.05;

    /// <summary>The probability of so much spread, if all have one rate; null for fewer than two rates with data.</summary>
    public static double? Probability(IEnumerable<Rate> rates)
    {
        Rate[] known = [.. rates.Where(r => r.HasData)];
        if (known.Length < 2)
            return null;

        var pooled = (double)known.Sum(r => r.Hits) / known.Sum(r => r.Base);
        if (pooled is 0 or 1)
            return 1;

        var statistic = known.Sum(r => r.Base * Math.Pow(r.Value!.Value - pooled, 2)) / (pooled * (1 - pooled));
        return SpecialFunctions.GammaUpperRegularized((known.Length - 1) / 2.0, statistic / 2);
    }
}
