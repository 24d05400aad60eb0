using NodaTime;

namespace CampaignKit;

/// <summary>Being in a team from an instant on, until the next membership begins.</summary>
/// <param name="Team">The id of the team.</param>
/// <param name="Since">When it began.</param>
public sealed record TeamMembership(string Team, Instant Since);
