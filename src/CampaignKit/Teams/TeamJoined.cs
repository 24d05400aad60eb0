using NodaTime;

namespace CampaignKit;

/// <summary>The participant is in the team from then on.</summary>
internal sealed record TeamJoined(string Team, Instant At) : ParticipantEvent;
