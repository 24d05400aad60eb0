using NodaTime;

namespace CampaignKit;

/// <summary>The participant was enrolled and has the number.</summary>
internal sealed record Enrolled(int Number, Instant At) : ParticipantEvent;
