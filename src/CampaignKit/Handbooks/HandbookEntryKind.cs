namespace CampaignKit;

/// <summary>What an entry of a handbook tells.</summary>
public enum HandbookEntryKind
{
    /// <summary>The participant enrolled.</summary>
    Enrolled,

    /// <summary>The participant joined a team.</summary>
    JoinedTeam,

    /// <summary>The participant did a task.</summary>
    CheckedIn,

    /// <summary>A check-in of the participant was voided.</summary>
    Voided,

    /// <summary>A message of the participant was approved.</summary>
    MessageApproved,

    /// <summary>The participant's team was awarded something, by whichever member.</summary>
    TeamAwarded,

    /// <summary>An award of the participant's team was taken back.</summary>
    TeamAwardVoided,

    /// <summary>The participant won a prize, or was promoted to it as an alternate.</summary>
    PrizeWon,

    /// <summary>The participant claimed a prize.</summary>
    PrizeClaimed,

    /// <summary>The participant lost a prize: it was not claimed in time, or was taken back with a reason.</summary>
    PrizeForfeited,
}
