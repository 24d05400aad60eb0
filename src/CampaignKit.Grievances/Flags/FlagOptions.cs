using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>From where on something is worth a flag. Immutable and safe for use from any thread.</summary>
public sealed record FlagOptions
{
    /// <summary>The defaults.</summary>
    public static FlagOptions Default { get; } = new();

    /// <value>A case closed in less time than this is closed within minutes. The default is 10 minutes.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    public Duration Minutes { get; init => field = Guard.Against.OutOfRange(value, nameof(Minutes), Duration.Epsilon, Duration.MaxValue); } = Duration.FromMinutes(10);

    /// <value>A unit is flagged if its share of such cases is at least this. The default is 0: any such case.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not between 0 and 1.</exception>
    public double LeastShare { get; init => field = Guard.Against.OutOfRange(value, nameof(LeastShare), 0.0, 1.0); }

    /// <value>A unit's closing times are flagged as times of update if at least this share of them are. The default is 0.5.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not between 0 and 1.</exception>
    public double UpdateShare { get; init => field = Guard.Against.OutOfRange(value, nameof(UpdateShare), 0.0, 1.0); } = 0.5;

    /// <value>As many cases of a unit closed at one instant share their closing time. The default is 20.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is below 2.</exception>
    public int SharedInstant { get; init => field = Guard.Against.OutOfRange(value, nameof(SharedInstant), 2, int.MaxValue); } = 20;

    /// <value>
    /// Call-backs are flagged if chance alone would give so uneven a split with at most this probability, divided by the number of splits looked at
    /// (Bonferroni). The default is 0.01.
    /// </value>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0 and below 1.</exception>
    public double Significance { get; init => field = Guard.Against.UnfitLevel(value, nameof(Significance)); } = 0.01;

    /// <value>Call-backs are flagged only if the two shares are at least so far apart. The default is 0.1.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not between 0 and 1.</exception>
    public double LeastDifference { get; init => field = Guard.Against.OutOfRange(value, nameof(LeastDifference), 0.0, 1.0); } = 0.1;

    /// <value>A flag names this many cases at most, the first ones. The default is 20.</value>
    /// <exception cref="ArgumentException">It is negative.</exception>
    public int NamedCases { get; init => field = Guard.Against.Negative(value); } = 20;
}
