using NodaTime;

namespace CampaignKit;

/// <summary>A message of the participant was approved.</summary>
internal sealed record MessageApproved(int Serial, int Number, string By, Instant At) : ParticipantEvent;
