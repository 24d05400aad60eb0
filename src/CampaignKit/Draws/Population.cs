namespace CampaignKit;

/// <summary>Who or what takes part in a random draw of a period.</summary>
public enum Population
{
    /// <summary>The approved messages of the period, one entry a message, each held by its author. Text: <c>approved messages</c>.</summary>
    ApprovedMessages,

    /// <summary>Everyone enrolled by the freeze, one entry a person. Text: <c>participants</c>.</summary>
    Participants,

    /// <summary>Everyone with at least one check-in in the period, one entry a person. Text: <c>active participants</c>.</summary>
    ActiveParticipants,
}
