namespace CampaignKit.Grievances;

/// <summary>What a funnel plot says of a unit.</summary>
public enum FunnelVerdict
{
    /// <summary>The base is too small to compare.</summary>
    TooFew,

    /// <summary>Below the lower 99.8 % limit.</summary>
    FarBelow,

    /// <summary>Below the lower 95 % limit: of forty units like all others, one is.</summary>
    Below,

    /// <summary>Within the limits: not to be told from the target.</summary>
    Within,

    /// <summary>Above the upper 95 % limit: of forty units like all others, one is.</summary>
    Above,

    /// <summary>Above the upper 99.8 % limit.</summary>
    FarAbove,
}
