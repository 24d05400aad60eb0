namespace CampaignKit.Grievances;

/// <summary>Something in the cases of a unit that is a reason to look, with the numbers it rests on.</summary>
public sealed record CaseFlag
{
    internal CaseFlag()
    {
    }

    /// <summary>The unit.</summary>
    public required string Unit { get; init; }

    /// <summary>What the flag is about.</summary>
    public required FlagKind Kind { get; init; }

    /// <summary>How many cases of how many.</summary>
    public required Rate Rate { get; init; }

    /// <summary>What the rate is compared with; null if it stands alone.</summary>
    public Rate? ComparedWith { get; init; }

    /// <summary>The probability of so uneven a split by chance, if there is a comparison: Fisher's exact test, two-sided.</summary>
    public double? Probability { get; init; }

    /// <summary>The ids of the first cases, in the order given; cases without an id are counted, not named.</summary>
    public required IReadOnlyList<string> Cases { get; init; }

    /// <summary>What was seen and what it may mean, in a sentence each.</summary>
    public required string Sentence { get; init; }

    /// <summary>Unit and sentence.</summary>
    public override string ToString() => $"{(Unit.Length > 0 ? Unit : "(none)")}: {Sentence}";
}
