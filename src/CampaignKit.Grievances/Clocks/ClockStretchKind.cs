namespace CampaignKit.Grievances;

/// <summary>Why a clock counted a stretch of time, or did not.</summary>
public enum ClockStretchKind
{
    /// <summary>It ran: counted.</summary>
    Counted,

    /// <summary>It lies outside the hours of the calendar.</summary>
    OutsideHours,

    /// <summary>The case was in a state in which clocks pause.</summary>
    Paused,

    /// <summary>The clock had stopped, until the case was reopened.</summary>
    Stopped,
}
