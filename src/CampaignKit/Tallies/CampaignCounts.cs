namespace CampaignKit;

/// <summary>How much a campaign's record holds.</summary>
/// <param name="Participants">People enrolled.</param>
/// <param name="CheckIns">Check-ins recorded, voided ones and messages included.</param>
/// <param name="Messages">Messages among them.</param>
/// <param name="Voids">Check-ins voided.</param>
public sealed record CampaignCounts(long Participants, long CheckIns, long Messages, long Voids);
