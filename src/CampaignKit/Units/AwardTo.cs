namespace CampaignKit;

/// <summary>The party that an award is posted to.</summary>
public enum AwardTo
{
    /// <summary>The participant who checked in; it also counts towards the team that the participant was in when it happened.</summary>
    Participant,

    /// <summary>The team that the participant was in when it happened, and no person.</summary>
    Team,
}
