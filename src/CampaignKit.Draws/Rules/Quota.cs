namespace CampaignKit.Draws;

/// <summary>How many of a stratum win by a <see cref="RandomRule"/>. Immutable, safe from any thread.</summary>
public sealed record Quota
{
    private Quota(string stratum, int min, int max)
    {
        Stratum = StatedText.Problem(Guard.Against.Null(stratum)) is { } rule ? throw new ArgumentException($"'{stratum}': {rule}.", nameof(stratum)) : stratum;
        Min = Guard.Against.OutOfRange(min, nameof(min), 0, DrawRule.MaxTake);
        Max = Guard.Against.OutOfRange(max, nameof(max), min, DrawRule.MaxTake);
    }

    /// <summary>The stratum, in the form of an id.</summary>
    public string Stratum { get; }

    /// <summary>The fewest winners, for which places are kept free.</summary>
    public int Min { get; }

    /// <summary>The most winners.</summary>
    public int Max { get; }

    /// <summary>Just so many winners, 0 to <see cref="DrawRule.MaxTake"/>.</summary>
    /// <exception cref="ArgumentException">The stratum is malformed, or a number is out of its range.</exception>
    public static Quota Exactly(string stratum, int count) => new(stratum, count, count);

    /// <summary>So many winners or more.</summary>
    /// <exception cref="ArgumentException">The stratum is malformed, or a number is out of its range.</exception>
    public static Quota AtLeast(string stratum, int min) => new(stratum, min, DrawRule.MaxTake);

    /// <summary>So many winners or fewer.</summary>
    /// <exception cref="ArgumentException">The stratum is malformed, or a number is out of its range.</exception>
    public static Quota AtMost(string stratum, int max) => new(stratum, 0, max);

    /// <summary>From <paramref name="min"/> to <paramref name="max"/> winners.</summary>
    /// <exception cref="ArgumentException">The stratum is malformed, or a number is out of its range.</exception>
    public static Quota Between(string stratum, int min, int max) => new(stratum, min, max);
}
