namespace CampaignKit;

/// <summary>A fact in a participant's stream.</summary>
internal abstract record ParticipantEvent : CampaignEvent;
