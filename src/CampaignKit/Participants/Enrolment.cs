namespace CampaignKit;

/// <summary>Someone to enrol.</summary>
/// <param name="Participant">The host's key of the person.</param>
/// <param name="Team">The team to be in from the start; null for none.</param>
public sealed record Enrolment(ParticipantId Participant, string? Team = null);
