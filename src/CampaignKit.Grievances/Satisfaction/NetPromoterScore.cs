using System.Globalization;

namespace CampaignKit.Grievances;

/// <summary>
/// The share of promoters (9 and 10 of 10) less that of detractors (0 to 6), in points from -100 to 100. F. F. Reichheld, The One Number You
/// Need to Grow, Harvard Business Review (December 2003).
/// </summary>
/// <remarks>Immutable and safe for use from any thread.</remarks>
public sealed record NetPromoterScore
{
    /// <summary>The score of these counts.</summary>
    /// <exception cref="ArgumentException">A count is negative, or the name is blank.</exception>
    public NetPromoterScore(long promoters, long passives, long detractors, string baseName = "responses")
    {
        Promoters = Guard.Against.Negative(promoters);
        Passives = Guard.Against.Negative(passives);
        Detractors = Guard.Against.Negative(detractors);
        BaseName = Guard.Against.NullOrWhiteSpace(baseName);
        Count = checked(promoters + passives + detractors);
    }

    /// <summary>How many answered 9 or 10.</summary>
    public long Promoters { get; }

    /// <summary>How many answered 7 or 8.</summary>
    public long Passives { get; }

    /// <summary>How many answered 0 to 6.</summary>
    public long Detractors { get; }

    /// <summary>What the answers are called.</summary>
    public string BaseName { get; }

    /// <summary>How many answers there are.</summary>
    public long Count { get; }

    /// <summary>The score in points; null if there is no answer.</summary>
    public double? Value => Count > 0 ? 100.0 * (Promoters - Detractors) / Count : null;

    /// <summary>The standard error in points; null if there is no answer.</summary>
    public double? StandardError => Count > 0 ? Moments(Promoters, Passives, Detractors).Error : null;

    /// <summary>The two-sided interval in points, cut off at -100 and 100; without answers from -100 to 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is not above 0 and below 1, or there is no such method.</exception>
    public NetPromoterInterval Interval(NetPromoterMethod method = NetPromoterMethod.AdjustedWald, double level = Rate.DefaultLevel)
    {
        Guard.Against.EnumOutOfRange(method);
        Guard.Against.UnfitLevel(level);
        if (Count == 0)
            return new NetPromoterInterval(-100, 100, level, method);

        var (mean, error) = method is NetPromoterMethod.Wald
            ? Moments(Promoters, Passives, Detractors)
            : Moments(Promoters + 0.75, Passives + 1.5, Detractors + 0.75);
        var half = NormalDistribution.UpperQuantile((1 - level) / 2) * error;
        return new NetPromoterInterval(Math.Max(mean - half, -100), Math.Min(mean + half, 100), level, method);
    }

    /// <summary>The score with counts and interval: <c>+15 (450 promoters, 250 passives, 300 detractors of 1,000 responses; 95 % +9.7 to +20.2)</c>.</summary>
    public override string ToString() => Value is { } value
        ? string.Create(CultureInfo.InvariantCulture, $"{value:+0.#;-0.#;0} ({Promoters:#,0} promoters, {Passives:#,0} passives, {Detractors:#,0} detractors of {Count:#,0} {BaseName}; {Interval()})")
        : $"no data (0 {BaseName})";

    private static (double Mean, double Error) Moments(double promoters, double passives, double detractors)
    {
        var count = promoters + passives + detractors;
        var (up, down) = (promoters / count, detractors / count);

        // The variance, with the passives' share in place of what would cancel.
        var variance = (up * (passives / count)) + (down * (passives / count)) + (4 * up * down);
        return (100 * (up - down), 100 * Math.Sqrt(variance / count));
    }
}
