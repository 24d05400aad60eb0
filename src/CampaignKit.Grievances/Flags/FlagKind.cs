namespace CampaignKit.Grievances;

/// <summary>What a flag is about. A flag is a reason to look, never a finding.</summary>
public enum FlagKind
{
    /// <summary>Cases closed within minutes of their beginning.</summary>
    ClosedWithinMinutes,

    /// <summary>Cases that were closed and reopened.</summary>
    Reopened,

    /// <summary>Cases closed though the citizen got no answer.</summary>
    ClosedUnanswered,

    /// <summary>Call-backs whose share differs between resolved and unresolved cases of a unit.</summary>
    SelectiveCallBacks,

    /// <summary>Call-backs whose share differs between a unit and all others together.</summary>
    UnevenCallBacks,

    /// <summary>Closing times that are the times of the last update.</summary>
    UpdateAsClosing,

    /// <summary>Closing times that many cases share to the instant.</summary>
    SharedClosingTime,
}
