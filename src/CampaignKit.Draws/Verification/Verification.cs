namespace CampaignKit.Draws;

/// <summary>What verifying a transcript came to, and how far it went. Immutable.</summary>
/// <param name="Status">The answer.</param>
/// <param name="FirstDifference">What disagrees first; null unless <see cref="VerificationStatus.Invalid"/>.</param>
/// <param name="Entropy">How far the randomness was checked.</param>
/// <param name="Pools">Against what each rule's pool was checked, by rule id; empty if the verification ended before the pools.</param>
public sealed record Verification(
    VerificationStatus Status,
    Difference? FirstDifference,
    EntropyCheck Entropy,
    IReadOnlyDictionary<string, PoolEvidence> Pools)
{
    /// <summary>Why the late source decided, as the transcript says; null if the first one did, or if the verification ended before.</summary>
    public string? LateReason { get; init; }

    /// <summary>Whether everything was recomputed, all pools included, and agrees.</summary>
    public bool IsValid => Status == VerificationStatus.Valid;

    /// <summary>The answer in a sentence.</summary>
    public override string ToString() => Status switch
    {
        VerificationStatus.Valid => $"Valid: everything was recomputed and agrees ({EntropyInWords}).",
        VerificationStatus.PartlyChecked => $"Partly checked: nothing disagrees, but there was no pool for {MissingPools} ({EntropyInWords}).",
        _ => $"Invalid: {FirstDifference}",
    };

    private string MissingPools => string.Join(", ", Pools.Where(pool => pool.Value == PoolEvidence.DigestOnly).Select(pool => pool.Key));

    private string EntropyInWords => $"{(LateReason is null ? "randomness" : $"randomness of the late source, because '{LateReason}'")}{LevelInWords}";

    private string LevelInWords => Entropy switch
    {
        EntropyCheck.Recorded => " only recorded",
        EntropyCheck.HashChecked => ": hash checked",
        EntropyCheck.HashAndTimeChecked => ": hash and time checked, signature not",
        _ => ": signature checked",
    };
}
