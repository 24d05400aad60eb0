namespace CampaignKit.Grievances;

/// <summary>How one rate of a definition is formed.</summary>
/// <param name="Base">Which cases the rate is over.</param>
/// <param name="BaseName">What the definition calls them, such as <c>valid call-backs</c>.</param>
public sealed record RateDefinition(CaseBase Base, string BaseName);
