namespace CampaignKit.Grievances;

/// <summary>The step is not taken; nothing has happened.</summary>
/// <param name="Why">What stands against it.</param>
public sealed record CaseRefused(CaseRefusal Why) : CaseDecision;
