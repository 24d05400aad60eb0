namespace CampaignKit.Grievances;

/// <summary>What each rate contributes to the composite score, in thousandths; together 1,000.</summary>
/// <param name="Response">The weight of the response rate.</param>
/// <param name="Resolution">The weight of the resolution rate.</param>
/// <param name="Satisfaction">The weight of the satisfaction rate.</param>
public sealed record CompositeWeights(int Response, int Resolution, int Satisfaction);
