namespace CampaignKit.Draws;

/// <summary>Against what a rule's pool was checked.</summary>
public enum PoolEvidence
{
    /// <summary>The pool itself was at hand, with its holders if it has any, and has the digest that was locked.</summary>
    Data,

    /// <summary>The pool, or its holders, were not at hand: there is a digest and no more.</summary>
    DigestOnly,
}
