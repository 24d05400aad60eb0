namespace CampaignKit;

/// <summary>A member of staff must have seen it: the check-in names who.</summary>
public sealed record StaffApprovalRule : EvidenceRule;
