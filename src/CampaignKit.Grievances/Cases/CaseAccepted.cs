namespace CampaignKit.Grievances;

/// <summary>The step is taken.</summary>
/// <param name="Events">What has happened, in order.</param>
public sealed record CaseAccepted(IReadOnlyList<CaseEvent> Events) : CaseDecision;
