namespace CampaignKit.Draws;

/// <summary>What verifying a transcript came to.</summary>
public enum VerificationStatus
{
    /// <summary>Everything was recomputed from the pools and agrees.</summary>
    Valid,

    /// <summary>
    /// Nothing disagrees, but a pool was not at hand: for its rule only the tickets named were recomputed, and proofs of inclusion
    /// followed if there are any; not whether these tickets are the smallest, nor who was skipped. Without the exclusions that is so of
    /// every rule.
    /// </summary>
    PartlyChecked,

    /// <summary>Something disagrees; the first of it is named.</summary>
    Invalid,
}
