namespace CampaignKit.Grievances;

/// <summary>
/// Rates of units, each drawn towards the others as far as its base is small, so that an order by them is not led by units of a few cases.
/// </summary>
/// <remarks>
/// Empirical Bayes: a beta distribution of true rates is fitted to the units by maximum likelihood of the beta-binomial distribution
/// (J. G. Skellam, Journal of the Royal Statistical Society B 10 (1948), 257-261), and a unit's rate becomes its posterior mean
/// (hits + alpha) / (base + alpha + beta). Immutable and safe for use from any thread.
/// </remarks>
public sealed class Shrinkage
{
    private Shrinkage(IReadOnlyList<NamedRate> units)
    {
        Pooled = Rate.Pool(units.Select(u => u.Rate));
        Prior = BetaBinomialFit.Of(units.Select(u => u.Rate));
        Units = [.. units.Select(u => new ShrunkenRate(u, Prior, Pooled)).OrderByDescending(u => u.Value).ThenBy(u => u.Name, StringComparer.Ordinal)];
    }

    /// <summary>The rate of all units together.</summary>
    public Rate Pooled { get; }

    /// <summary>
    /// How true rates are spread; null if the units differ no more than by chance (also where a million cases would hardly tell them apart), and
    /// every shrunken rate is the pooled one.
    /// </summary>
    public BetaPrior? Prior { get; }

    /// <summary>The units by descending shrunken rate, those with equal rates by name.</summary>
    public IReadOnlyList<ShrunkenRate> Units { get; }

    /// <summary>Shrinks those rates.</summary>
    /// <exception cref="ArgumentException">There is no unit, two have one name, or the bases have different names.</exception>
    public static Shrinkage Of(IEnumerable<NamedRate> units) => new(NamedRates.Comparable(units));
}
