namespace CampaignKit;

/// <summary>In the stream of enrolments, whose version is the last number issued.</summary>
internal sealed record NumberIssued(string Participant, int Number) : CampaignEvent;
