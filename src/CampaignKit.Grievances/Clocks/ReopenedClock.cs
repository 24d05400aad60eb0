namespace CampaignKit.Grievances;

/// <summary>What a clock that has stopped does when the case is reopened.</summary>
public enum ReopenedClock
{
    /// <summary>It goes on from what it had counted; the time in which the case was settled does not count. Written <c>continues</c>.</summary>
    Continues,

    /// <summary>A new round begins from nothing, with the same target; earlier rounds stay. Written <c>restarts</c>.</summary>
    Restarts,

    /// <summary>It stays as it stopped, as for a first answer. Written <c>stays stopped</c>.</summary>
    StaysStopped,
}
