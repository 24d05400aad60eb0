namespace CampaignKit;

/// <summary>What a check-in must show: a closed set, <see cref="QuizRule"/> or <see cref="StaffApprovalRule"/>.</summary>
public abstract record EvidenceRule
{
    private protected EvidenceRule()
    {
    }
}
