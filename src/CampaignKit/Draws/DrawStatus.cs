namespace CampaignKit;

/// <summary>How far the draw of a period has come. It never goes back.</summary>
public enum DrawStatus
{
    /// <summary>Records of the period still arrive, or nobody has locked the draw yet.</summary>
    Open,

    /// <summary>The records are frozen; rules and pools are not fixed yet.</summary>
    Frozen,

    /// <summary>Rules, pools and the source of randomness are fixed, and the draw has its number.</summary>
    Locked,

    /// <summary>The winners are drawn.</summary>
    Held,

    /// <summary>The outcome is public; prizes can be claimed.</summary>
    Published,

    /// <summary>It was called off after its lock, with a reason. It keeps its number, and the period has no other draw of this kind.</summary>
    Cancelled,
}
