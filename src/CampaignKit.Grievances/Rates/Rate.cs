using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CampaignKit.Grievances;

/// <summary>
/// A rate that says what it is a rate of: hits, base, and the name of the base. Nothing out of nothing is "no data", an answer of its own.
/// </summary>
/// <remarks>
/// <para>Hits are exact decimals: answers that count in part, such as "basically satisfied" worth 0.9, make them fractional. Intervals of
/// such a rate are on the wide side, since answers worth between 0 and 1 vary no more than yes and no with the same mean.
/// <see cref="IntervalMethod"/> says what each method makes of them.</para>
/// <para>Rates have no arithmetic: those of one base pool by <see cref="Pool"/>, others do not add up, and two compare by <see cref="DifferenceFrom"/>. Immutable and safe for use from any thread.</para>
/// </remarks>
public sealed record Rate
{
    /// <summary>The level of an interval unless said: 0.95.</summary>
    public const double DefaultLevel = 0.95;

    private Rate(decimal hits, long count, string baseName)
    {
        Hits = hits;
        Base = count;
        BaseName = baseName;
    }

    /// <summary>How much of the base counts: the numerator.</summary>
    public decimal Hits { get; }

    /// <summary>How many cases the rate is over: the denominator.</summary>
    public long Base { get; }

    /// <summary>What the base consists of, such as <c>rated cases</c>.</summary>
    public string BaseName { get; }

    /// <summary>Whether the base holds anything.</summary>
    public bool HasData => Base > 0;

    /// <summary>The rate as a share between 0 and 1; null if there is no data.</summary>
    public double? Value => HasData ? (double)(Hits / Base) : null;

    /// <summary>The rate of <paramref name="hits"/> out of <paramref name="count"/>, a number of <paramref name="baseName"/>.</summary>
    /// <exception cref="ArgumentException">The hits are not between 0 and the base, or the base is negative or has no name.</exception>
    public static Rate Of(decimal hits, long count, string baseName) =>
        TryOf(hits, count, Guard.Against.NullOrWhiteSpace(baseName), out var rate, out var reason) ? rate : throw new ArgumentException(reason, nameof(hits));

    /// <summary>Makes the rate, or says in <paramref name="reason"/> why hits and base make none.</summary>
    /// <exception cref="ArgumentException">The base has no name.</exception>
    public static bool TryOf(
        decimal hits,
        long count,
        string baseName,
        [NotNullWhen(true)] out Rate? rate,
        [NotNullWhen(false)] out string? reason)
    {
        Guard.Against.NullOrWhiteSpace(baseName);
        reason = count < 0 ? $"A base of {Number(count)} {baseName} is negative."
            : hits < 0 ? $"{Number(hits)} hits of {Number(count)} {baseName} are negative."
            : hits > count ? $"{Number(hits)} {(hits == 1 ? "hit is" : "hits are")} more than the base of {Number(count)} {baseName}."
            : null;
        rate = reason is null ? new Rate(hits, count, baseName) : null;
        return rate is not null;
    }

    /// <summary>No data: nothing out of nothing.</summary>
    /// <exception cref="ArgumentException">The base has no name.</exception>
    public static Rate NoData(string baseName) => Of(0, 0, baseName);

    /// <summary>The rate over several bases of the same name together. That they share no case is for the caller to know.</summary>
    /// <exception cref="ArgumentException">There is none, or their bases have different names.</exception>
    public static Rate Pool(params IEnumerable<Rate> rates)
    {
        Guard.Against.NullOrEmpty(rates);
        return rates.Aggregate((one, other) => one.BaseName == other.BaseName
            ? new Rate(one.Hits + other.Hits, checked(one.Base + other.Base), one.BaseName)
            : throw new ArgumentException($"A rate of {one.BaseName} and a rate of {other.BaseName} have no common base.", nameof(rates)));
    }

    /// <summary>
    /// The confidence interval of the rate: Wilson's and two-sided unless said. Without data it is 0 to 1, since nothing is ruled out.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="level"/> is not above 0, or for one side not at least 0.5, and below 1.
    /// </exception>
    public ConfidenceInterval Interval(IntervalMethod? method = null, double level = DefaultLevel, IntervalSide side = IntervalSide.TwoSided)
    {
        Guard.Against.EnumOutOfRange(side);
        var twoSided = side is IntervalSide.TwoSided;
        Guard.Against.UnfitLevel(level, oneSided: !twoSided);

        method ??= IntervalMethod.Wilson;
        var tail = twoSided ? (1 - level) / 2 : 1 - level;
        var low = HasData && side is not IntervalSide.UpperBound ? method.Lower((double)Hits, Base, tail) : 0;
        var high = HasData && side is not IntervalSide.LowerBound ? method.Upper((double)Hits, Base, tail) : 1;

        // Of an interval hardly wider than a rounding error, rounding must not leave the rate outside.
        if (Value is { } value)
            (low, high) = (IsRounding(low, value) ? Math.Min(low, value) : low, IsRounding(high, value) ? Math.Max(high, value) : high);
        return new ConfidenceInterval(low, high, level, method, side);
    }

    /// <summary>
    /// How much higher this rate is than <paramref name="other"/>, with a two-sided interval: Newcombe's unless said. The two are of different
    /// cases: for a part and its whole, or the same cases asked twice, the interval does not hold.
    /// </summary>
    /// <param name="other">The rate to subtract.</param>
    /// <param name="method">How the interval is computed; <see cref="DifferenceMethod.Newcombe"/> unless said.</param>
    /// <param name="level">The share of intervals made like this one that hold the true difference.</param>
    /// <param name="comparedAs">What both bases are, if their names differ: comparing them is then the caller's claim, which is printed.</param>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="ArgumentException">The bases have different names, and <paramref name="comparedAs"/> does not say why they compare.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is not above 0 and below 1.</exception>
    public RateDifference DifferenceFrom(Rate other, DifferenceMethod? method = null, double level = DefaultLevel, string? comparedAs = null)
    {
        Guard.Against.Null(other);
        Guard.Against.UnfitLevel(level);
        if (comparedAs is not null)
            Guard.Against.NullOrWhiteSpace(comparedAs);
        else if (BaseName != other.BaseName)
            throw new ArgumentException($"A rate of {BaseName} and a rate of {other.BaseName} compare only as what you name them.", nameof(other));
        return new RateDifference(this, other, method ?? DifferenceMethod.Newcombe, level, comparedAs);
    }

    /// <summary>
    /// The rate in per cent with its base and interval: <c>96.78 % (198,883 of 205,500 rated cases; 95 % Wilson 96.70-96.86 %)</c>, or
    /// <c>no data (0 of 0 rated cases)</c>.
    /// </summary>
    public override string ToString() => Value is { } value
        ? $"{Percent.Of(value)} % ({Number(Hits)} of {Number(Base)} {BaseName}; {Interval()})"
        : $"no data (0 of 0 {BaseName})";

    private static bool IsRounding(double limit, double value) => Math.Abs(limit - value) <= 1e-15 * value;

    internal static string Number(decimal number) => number.ToString("#,0.###", CultureInfo.InvariantCulture);
}
