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

    /// <summary>Against what the exclusions were checked; null if the draw has none, or if the verification ended before.</summary>
    public PoolEvidence? Exclusions { get; init; }

    /// <summary>Whether everything was recomputed, all pools and exclusions included, and agrees.</summary>
    public bool IsValid => Status == VerificationStatus.Valid;

    /// <summary>The answer in a sentence.</summary>
    public override string ToString() => Status switch
    {
        VerificationStatus.Valid => $"Valid: everything was recomputed and agrees ({EntropyInWords}).",
        VerificationStatus.PartlyChecked => $"Partly checked: nothing disagrees, but {Missing} ({EntropyInWords}).",
        _ => $"Invalid: {FirstDifference}",
    };

    private string Missing
    {
        get
        {
            var pools = Pools.Where(pool => pool.Value == PoolEvidence.DigestOnly).Select(pool => pool.Key).ToList();
            return (pools.Count, Exclusions) switch
            {
                (0, _) => "the exclusions were missing",
                (_, PoolEvidence.DigestOnly) => $"the exclusions were missing, and there was no pool for {string.Join(", ", pools)}",
                _ => $"there was no pool for {string.Join(", ", pools)}",
            };
        }
    }

    private string EntropyInWords => $"{(LateReason is null ? "randomness" : $"randomness of the late source, because '{LateReason}'")}{LevelInWords}";

    private string LevelInWords => Entropy switch
    {
        EntropyCheck.Recorded => " only recorded",
        EntropyCheck.HashChecked => ": hash checked",
        EntropyCheck.HashAndTimeChecked => ": hash and time checked, signature not",
        _ => ": signature checked",
    };
}
