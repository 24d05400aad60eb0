namespace CampaignKit.Draws;

/// <summary>It is so from now on.</summary>
/// <param name="Claims">The prizes as they stand now, to go on with.</param>
/// <param name="Event">What happened.</param>
public sealed record ClaimAccepted(Claims Claims, PrizeEvent Event) : ClaimAnswer;
