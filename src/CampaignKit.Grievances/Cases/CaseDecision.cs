namespace CampaignKit.Grievances;

/// <summary>The answer to a <see cref="CaseCommand"/>: a <see cref="CaseAccepted"/> or a <see cref="CaseRefused"/>.</summary>
public abstract record CaseDecision
{
    private protected CaseDecision()
    {
    }
}
