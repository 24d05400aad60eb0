using System.Globalization;

namespace CampaignKit.Grievances;

/// <summary>
/// How much higher one rate is than another, with a confidence interval. Shares, not percentage points. Made by
/// <see cref="Rate.DifferenceFrom"/>; immutable and safe for use from any thread.
/// </summary>
public sealed record RateDifference
{
    internal RateDifference(Rate rate, Rate other, DifferenceMethod method, double level, string? comparedAs)
    {
        Rate = rate;
        Other = other;
        Method = method;
        Level = level;
        ComparedAs = comparedAs;
        (UnclippedLow, UnclippedHigh) = HasData ? method.Limits(rate, other, level) : (-1, 1);
        (Low, High) = (Math.Clamp(UnclippedLow, -1, 1), Math.Clamp(UnclippedHigh, -1, 1));
    }

    /// <summary>The rate that the other is subtracted from.</summary>
    public Rate Rate { get; }

    /// <summary>The rate subtracted.</summary>
    public Rate Other { get; }

    /// <summary>How the limits were computed.</summary>
    public DifferenceMethod Method { get; }

    /// <summary>The share of intervals made like this one that hold the true difference.</summary>
    public double Level { get; }

    /// <summary>What bases of different names were compared as; null if they have one name.</summary>
    public string? ComparedAs { get; }

    /// <summary>Whether both rates have data.</summary>
    public bool HasData => Rate.HasData && Other.HasData;

    /// <summary>The difference, from -1 to 1; null if either rate has no data.</summary>
    public double? Value => Rate.Value - Other.Value;

    /// <summary>The lower limit, at least -1; without data -1, since nothing is ruled out.</summary>
    public double Low { get; }

    /// <summary>The upper limit, at most 1; without data 1.</summary>
    public double High { get; }

    /// <summary>The lower limit as the formula gives it: below -1 where Wald's or Agresti and Caffo's overshoots, otherwise <see cref="Low"/>.</summary>
    public double UnclippedLow { get; }

    /// <summary>The upper limit as the formula gives it: above 1 where Wald's or Agresti and Caffo's overshoots, otherwise <see cref="High"/>.</summary>
    public double UnclippedHigh { get; }

    /// <summary>Whether the interval excludes 0, so that the rates can be told apart at this level.</summary>
    public bool ExcludesZero => Low > 0 || High < 0;

    /// <summary>
    /// In percentage points, with both bases: <c>+2.00 points (96.00 % of 1,000 calls less 94.00 % of 1,000 calls; 95 % Newcombe +0.08 to
    /// +3.95)</c>, or <c>no data (…)</c>.
    /// </summary>
    public override string ToString()
    {
        var named = ComparedAs is null ? "" : $", compared as {ComparedAs}";
        return Value is { } value
            ? string.Create(CultureInfo.InvariantCulture, $"{Points(value)} points ({Brief(Rate)} less {Brief(Other)}{named}; {Percent.OfLevel(Level)} % {Method.Name} {Points(Low)} to {Points(High)})")
            : $"no data ({Brief(Rate)} less {Brief(Other)}{named})";
    }

    private static string Brief(Rate rate) =>
        rate.Value is { } value ? $"{Percent.Of(value)} % of {Rate.Number(rate.Base)} {rate.BaseName}" : $"no data of 0 {rate.BaseName}";

    private static string Points(double share) => (share * 100).ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture);
}
