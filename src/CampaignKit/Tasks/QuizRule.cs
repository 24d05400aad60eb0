namespace CampaignKit;

/// <summary>A quiz must be passed.</summary>
/// <param name="Pass">The least score that passes, from 0 to 100.</param>
public sealed record QuizRule(int Pass) : EvidenceRule;
