namespace CampaignKit;

/// <summary>In the stream of one task of one team: a member has done it for the team.</summary>
internal sealed record TeamTaskDone(string Participant, int Serial) : CampaignEvent;
