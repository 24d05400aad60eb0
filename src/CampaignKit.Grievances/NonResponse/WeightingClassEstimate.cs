using System.Globalization;

namespace CampaignKit.Grievances;

/// <summary>
/// A guess of the rate of all cases, in which each answer also speaks for the silent of its class. It is as good as the claim that within a
/// class the silent think as the others do; <see cref="NonResponseBounds"/> need no claim.
/// </summary>
/// <remarks>
/// The estimate is sum (N_c / N) (s_c / r_c) over classes c of N_c cases, r_c answers and s_c hits; H. L. Oh and F. J. Scheuren, in Incomplete
/// Data in Sample Surveys 2 (1983), 143-184. All shares are between 0 and 1. Immutable and safe for use from any thread.
/// </remarks>
public sealed class WeightingClassEstimate
{
    private WeightingClassEstimate(IReadOnlyList<WeightingClass> classes)
    {
        Classes = classes;
        SilentClasses = [.. classes.Where(c => c.Answered == 0 && c.All > 0).Select(c => c.Name)];
        var (all, answered) = (classes.Sum(c => c.All), classes.Sum(c => c.Answered));
        Raw = answered > 0 ? (double)(classes.Sum(c => c.Hits) / answered) : null;
        if (all == 0 || SilentClasses.Count > 0)
            return;

        var shares = classes.Where(c => c.All > 0).Select(c => (
            OfAll: (double)c.All / all,
            Hits: (double)(c.Hits / c.Answered),
            Misses: (double)((c.Answered - c.Hits) / c.Answered),
            Answered: (double)c.Answered)).ToList();
        Value = shares.Sum(c => c.OfAll * c.Hits);
        StandardError = Math.Sqrt(shares.Sum(c => c.OfAll * c.OfAll * c.Hits * c.Misses / c.Answered));
        DesignEffect = answered * shares.Sum(c => c.OfAll * c.OfAll / c.Answered);
        EffectiveAnswers = answered / DesignEffect;
    }

    /// <summary>The classes, as given.</summary>
    public IReadOnlyList<WeightingClass> Classes { get; }

    /// <summary>Classes with cases but no answer: as long as there is one, nobody speaks for it and there is no estimate. Merge it with another.</summary>
    public IReadOnlyList<string> SilentClasses { get; }

    /// <summary>The rate of those who answered, all alike; null if nobody did.</summary>
    public double? Raw { get; }

    /// <summary>The estimate; null without cases, or if a class is silent.</summary>
    public double? Value { get; }

    /// <summary>Its standard error, within classes; null as the estimate. A class of which all think alike adds none, so small classes flatter it.</summary>
    public double? StandardError { get; }

    /// <summary>By how much unequal weights enlarge the variance, at least 1; null as the estimate. L. Kish, Survey Sampling (1965), section 11.7.</summary>
    public double? DesignEffect { get; }

    /// <summary>How many answers of equal weight are worth as much; null as the estimate.</summary>
    public double? EffectiveAnswers { get; }

    /// <summary>The estimate over these classes.</summary>
    /// <exception cref="ArgumentException">There is none, a class has no name or the name of another, or counts that do not fit; the message lists all.</exception>
    public static WeightingClassEstimate Of(params IEnumerable<WeightingClass> classes)
    {
        WeightingClass[] all = [.. Guard.Against.NullOrEmpty(classes)];
        string[] flaws =
        [
            .. all.SelectMany(c => c.Flaws()),
            .. all.GroupBy(c => c.Name).Where(g => g.Count() > 1).Select(g => $"class {g.Key}: is given {g.Count()} times."),
        ];
        return flaws.Length == 0 ? new WeightingClassEstimate(all) : throw new ArgumentException(string.Join(" ", flaws), nameof(classes));
    }

    /// <summary>
    /// The two-sided interval of the estimate as of <see cref="EffectiveAnswers"/> answers, Wilson's unless said, so that it has a width also
    /// where the <see cref="StandardError"/> is 0. It holds what the classes claim. Without estimate it is 0 to 1.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is not above 0 and below 1.</exception>
    public ConfidenceInterval Interval(IntervalMethod? method = null, double level = Rate.DefaultLevel)
    {
        Guard.Against.UnfitLevel(level);
        method ??= IntervalMethod.Wilson;
        var tail = (1 - level) / 2;
        var (low, high) = Value is { } value && EffectiveAnswers is { } answers
            ? (method.Lower(Math.Min(value, 1) * answers, answers, tail), method.Upper(Math.Min(value, 1) * answers, answers, tail))
            : (0, 1);
        return new ConfidenceInterval(low, high, level, method, IntervalSide.TwoSided);
    }

    /// <summary>
    /// In per cent: <c>80.00 % by 2 classes (unweighted 87.62 %; as if from 277.8 equal answers: 95 % Wilson 74.90-84.28 %)</c>, or <c>no data (no
    /// answer in web)</c>.
    /// </summary>
    public override string ToString() => (Value, Raw, EffectiveAnswers) switch
    {
        ({ } value, { } raw, { } answers) => string.Create(
            CultureInfo.InvariantCulture,
            $"{Percent.Of(value)} % by {Classes.Count} classes (unweighted {Percent.Of(raw)} %; as if from {answers:#,0.#} equal answers: {Interval()})"),
        _ when SilentClasses.Count > 0 => $"no data (no answer in {string.Join(", ", SilentClasses)})",
        _ => "no data (no cases)",
    };
}
