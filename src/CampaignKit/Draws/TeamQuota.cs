namespace CampaignKit;

/// <summary>How many of a rule's winners are in a team as of the freeze.</summary>
/// <param name="Team">The id of the team.</param>
/// <param name="Min">At least so many.</param>
/// <param name="Max">At most so many.</param>
public sealed record TeamQuota(string Team, int Min, int Max);
