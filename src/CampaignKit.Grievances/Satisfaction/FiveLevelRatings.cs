using System.Globalization;

namespace CampaignKit.Grievances;

/// <summary>How many gave each of five answers, from very satisfied to very dissatisfied; also five to one stars.</summary>
/// <remarks>
/// The same answers make different rates: the top two alone (CSAT), or all by weight (100 / 75 / 50 / 25 / 0), as the UK's government services
/// publish. A report has to say which. Ratings add up, in any order. Immutable and safe for use from any thread.
/// </remarks>
public sealed record FiveLevelRatings
{
    /// <summary>The ratings.</summary>
    /// <exception cref="ArgumentException">A count is negative, or the name is blank.</exception>
    public FiveLevelRatings(long verySatisfied, long satisfied, long neither, long dissatisfied, long veryDissatisfied, string baseName = "ratings")
    {
        VerySatisfied = Guard.Against.Negative(verySatisfied);
        Satisfied = Guard.Against.Negative(satisfied);
        Neither = Guard.Against.Negative(neither);
        Dissatisfied = Guard.Against.Negative(dissatisfied);
        VeryDissatisfied = Guard.Against.Negative(veryDissatisfied);
        BaseName = Guard.Against.NullOrWhiteSpace(baseName);
        Count = checked(verySatisfied + satisfied + neither + dissatisfied + veryDissatisfied);
    }

    /// <summary>The best answer, five stars.</summary>
    public long VerySatisfied { get; }

    /// <summary>The second, four stars.</summary>
    public long Satisfied { get; }

    /// <summary>The middle, three stars.</summary>
    public long Neither { get; }

    /// <summary>The fourth, two stars.</summary>
    public long Dissatisfied { get; }

    /// <summary>The worst answer, one star.</summary>
    public long VeryDissatisfied { get; }

    /// <summary>What the answers are called as a base.</summary>
    public string BaseName { get; }

    /// <summary>How many answers there are.</summary>
    public long Count { get; }

    /// <summary>The rate of the top two answers, the customer satisfaction score (CSAT).</summary>
    public Rate TopTwo => Rate.Of(VerySatisfied + Satisfied, Count, BaseName);

    /// <summary>
    /// The rate with each answer by its weight, from 1 for very satisfied in steps of a quarter to 0: user satisfaction as in the UK's Service
    /// Manual, Measuring user satisfaction. Its interval is on the wide side.
    /// </summary>
    public Rate Weighted => Rate.Of(VerySatisfied + (0.75m * Satisfied) + (0.5m * Neither) + (0.25m * Dissatisfied), Count, BaseName);

    /// <summary>The mean in stars, from 1 to 5; null if there is no answer. It is the weighted rate on another scale.</summary>
    public double? Mean => Weighted.Value is { } weighted ? 1 + (4 * weighted) : null;

    /// <summary>Both counts together.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="ArgumentException">The answers have different names.</exception>
    public FiveLevelRatings With(FiveLevelRatings other)
    {
        Guard.Against.Null(other);
        if (other.BaseName != BaseName)
            throw new ArgumentException($"{BaseName} and {other.BaseName} do not add up.", nameof(other));
        return new FiveLevelRatings(
            checked(VerySatisfied + other.VerySatisfied),
            checked(Satisfied + other.Satisfied),
            checked(Neither + other.Neither),
            checked(Dissatisfied + other.Dissatisfied),
            checked(VeryDissatisfied + other.VeryDissatisfied),
            BaseName);
    }

    /// <summary>The five counts and both rates.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{VerySatisfied:#,0} / {Satisfied:#,0} / {Neither:#,0} / {Dissatisfied:#,0} / {VeryDissatisfied:#,0}: top two {TopTwo}, weighted 100/75/50/25/0 {Weighted}");
}
