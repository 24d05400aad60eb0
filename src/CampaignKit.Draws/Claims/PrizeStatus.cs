namespace CampaignKit.Draws;

/// <summary>How a prize stands.</summary>
public enum PrizeStatus
{
    /// <summary>Someone holds it and has not claimed it yet.</summary>
    Open,

    /// <summary>Its holder has claimed it.</summary>
    Claimed,

    /// <summary>Its holder forfeited it, and nobody follows: it was a share of the last places, or its rule drew no alternates.</summary>
    Forfeited,

    /// <summary>Its holder forfeited it, and no alternate was left who could follow.</summary>
    NobodyLeft,
}
