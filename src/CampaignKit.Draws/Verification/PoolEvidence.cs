namespace CampaignKit.Draws;

/// <summary>Against what a rule's pool, or the exclusions of a draw, were checked.</summary>
public enum PoolEvidence
{
    /// <summary>The pool itself was at hand, with its holders and strata if it has any, and has the digests that were locked.</summary>
    Data,

    /// <summary>
    /// The pool was not at hand, but each entry that the rule names was proved to be in it. Who else was in it, and so whether
    /// these are the smallest tickets, is not known.
    /// </summary>
    Proofs,

    /// <summary>The pool, its holders or its strata were not at hand: there is a digest and no more.</summary>
    DigestOnly,
}
