using System.Diagnostics.CodeAnalysis;

namespace CampaignKit.Grievances;

/// <summary>A way to compute the confidence interval of a rate. A closed set; each is one object, safe for use from any thread.</summary>
/// <remarks>
/// All take hits in part, the formulas as they stand and the exact methods by the beta function. All mirror: the limits of the misses are 1
/// less those of the hits. Limits are accurate to about 1e-14, for bases up to the largest <see cref="long"/>;
/// small ones are small in proportion, so that a hit of so many lies within.
/// </remarks>
public abstract class IntervalMethod
{
    private protected IntervalMethod(string id, string name)
    {
        Id = id;
        Name = name;
    }

    /// <summary>The Wilson score interval, the default. E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209-212.</summary>
    public static IntervalMethod Wilson { get; } = new WilsonInterval();

    /// <summary>
    /// Wilson's interval with continuity correction; its limit is 0 up to half a hit, and 1 up to half a miss. R. G. Newcombe, Statistics in
    /// Medicine 17 (1998), 857-872, method 4.
    /// </summary>
    public static IntervalMethod WilsonContinuity { get; } = new WilsonContinuityInterval();

    /// <summary>
    /// The textbook interval, here to compare with others: without hits or without misses it has no width, near them it leaves 0 to 1 and is
    /// cut off there. P. S. Laplace, Théorie analytique des probabilités (1812).
    /// </summary>
    public static IntervalMethod Wald { get; } = new WaldInterval();

    /// <summary>The simple stand-in for Wilson's; cut off at 0 and 1. A. Agresti and B. A. Coull, The American Statistician 52 (1998), 119-126.</summary>
    public static IntervalMethod AgrestiCoull { get; } = new AgrestiCoullInterval();

    /// <summary>
    /// The equal-tailed Bayesian interval after Jeffreys's prior, with the limit 0 without hits (up to half a hit), and 1 without misses. L. D.
    /// Brown, T. T. Cai and A. DasGupta, Statistical Science 16 (2001), 101-133.
    /// </summary>
    public static IntervalMethod Jeffreys { get; } = new JeffreysInterval("jeffreys", "Jeffreys", reachesTheEdges: true);

    /// <summary>Jeffreys's interval without the rule at 0 and 1: without hits or misses, the rate itself lies outside.</summary>
    public static IntervalMethod JeffreysEqualTail { get; } = new JeffreysInterval("jeffreys-equal-tail", "Jeffreys (equal-tailed)", reachesTheEdges: false);

    /// <summary>
    /// The exact interval, which holds the true rate at least as often as the level says. C. J. Clopper and E. S. Pearson, Biometrika 26
    /// (1934), 404-413. With hits in part the binomial becomes its beta continuation, and the guarantee is of whole hits only.
    /// </summary>
    public static IntervalMethod ClopperPearson { get; } = new ClopperPearsonInterval();

    /// <summary>
    /// The exact interval with half weight on the observed hits: within Clopper and Pearson's, and right on average rather than at least. H. O.
    /// Lancaster, Journal of the American Statistical Association 56 (1961), 223-234. Hits in part as there.
    /// </summary>
    public static IntervalMethod MidP { get; } = new MidPInterval();

    /// <summary>All methods.</summary>
    public static IReadOnlyList<IntervalMethod> All { get; } =
        [Wald, Wilson, WilsonContinuity, AgrestiCoull, Jeffreys, JeffreysEqualTail, ClopperPearson, MidP];

    /// <summary>The name in options and files, such as <c>wilson</c>.</summary>
    public string Id { get; }

    /// <summary>The name in print, such as <c>Wilson</c>.</summary>
    public string Name { get; }

    /// <summary>Finds the method with that <see cref="Id"/>, or says in <paramref name="reason"/> which there are.</summary>
    public static bool TryParse(string? id, [NotNullWhen(true)] out IntervalMethod? method, [NotNullWhen(false)] out string? reason)
    {
        method = All.FirstOrDefault(m => m.Id == id);
        reason = method is null ? $"'{PrintedText.Short(id ?? "")}' is not an interval method: there is {string.Join(", ", All.Select(m => m.Id))}." : null;
        return method is not null;
    }

    /// <summary>The <see cref="Name"/>.</summary>
    public override string ToString() => Name;

    /// <summary>The limit below which the true rate lies with error probability <paramref name="tail"/>, at most one half; it may be below 0.</summary>
    internal abstract double Lower(double hits, double count, double tail);

    /// <summary>The limit above which the true rate lies with error probability <paramref name="tail"/>, at most one half; it may be above 1.</summary>
    internal abstract double Upper(double hits, double count, double tail);
}
