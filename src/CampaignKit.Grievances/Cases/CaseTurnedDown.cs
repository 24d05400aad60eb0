namespace CampaignKit.Grievances;

/// <summary>The step was refused; nothing was recorded, and the key can be used again.</summary>
/// <param name="Why">What stands against it.</param>
public sealed record CaseTurnedDown(CaseRefusal Why) : CaseAnswer;
