namespace CampaignKit.Grievances;

/// <summary>What a flag is about. A flag is a reason to look, never a finding.</summary>
public enum FlagKind
{
    /// <summary>Cases closed within minutes of their beginning.</summary>
    ClosedWithinMinutes,

    /// <summary>Cases that were closed and reopened.</summary>
    Reopened,

    /// <summary>Cases closed of which it is recorded that nobody replied to the citizen before.</summary>
    ClosedWithoutReply,

    /// <summary>Call-backs whose share differs between resolved and unresolved cases of a unit.</summary>
    SelectiveCallBacks,

    /// <summary>Call-backs whose share differs between a unit and all others together.</summary>
    UnevenCallBacks,

    /// <summary>
    /// Closing times that are the times of the last update, to the instant, or the day where only days are known. So are those of a register that
    /// records nothing after the closing: the flag asks where the closing times come from, no more.
    /// </summary>
    UpdateAsClosing,

    /// <summary>Closing times that many cases share to the instant.</summary>
    SharedClosingTime,
}
