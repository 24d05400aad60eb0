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

    /// <summary>What the operator has signed, and by which key.</summary>
    public SignatureEvidence Signature { get; init; } = SignatureEvidence.None;

    /// <summary>Whether everything was recomputed, all pools and exclusions included, and agrees.</summary>
    public bool IsValid => Status == VerificationStatus.Valid;

    /// <summary>The answer in a sentence.</summary>
    public override string ToString() => Status switch
    {
        VerificationStatus.Valid => $"Valid: everything was recomputed and agrees ({EntropyInWords}; {Signature}).",
        VerificationStatus.PartlyChecked => $"Partly checked: nothing disagrees, but {Missing} ({EntropyInWords}; {Signature}).",
        _ => $"Invalid: {FirstDifference}",
    };

    private string Missing
    {
        get
        {
            var missing = new List<string>();
            if (Exclusions == PoolEvidence.DigestOnly)
                missing.Add("the exclusions were missing");
            if (Pools.Where(pool => pool.Value != PoolEvidence.Data).ToList() is { Count: > 0 } pools)
                missing.Add($"there was no pool for {string.Join(", ", pools.Select(NameOf))}");
            return string.Join(", and ", missing);
        }
    }

    private static string NameOf(KeyValuePair<string, PoolEvidence> pool) =>
        pool.Value == PoolEvidence.Proofs ? $"{pool.Key} (its entries were proved to be in it)" : pool.Key;

    private string EntropyInWords => $"{(LateReason is null ? "randomness" : $"randomness of the late source, because '{LateReason}'")}{LevelInWords}";

    private string LevelInWords => Entropy switch
    {
        EntropyCheck.Recorded => " only recorded",
        EntropyCheck.HashChecked => ": hash checked",
        EntropyCheck.HashAndTimeChecked => ": hash and time checked, signature not",
        _ => ": signature checked",
    };
}
