namespace CampaignKit.Grievances;

/// <summary>The answer of a <see cref="CaseDesk"/> to a command: a <see cref="CaseRecorded"/> or a <see cref="CaseTurnedDown"/>.</summary>
public abstract record CaseAnswer
{
    private protected CaseAnswer()
    {
    }
}
