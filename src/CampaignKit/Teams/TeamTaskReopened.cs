namespace CampaignKit;

/// <summary>In the stream of one task of one team: the check-in was voided, so that it can be done again.</summary>
internal sealed record TeamTaskReopened(string Participant, int Serial) : CampaignEvent;
