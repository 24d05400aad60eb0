namespace CampaignKit.Grievances;

/// <summary>
/// A fact in the life of a case, never changed by a later definition: a <see cref="CaseStepTaken"/> or a <see cref="DuplicateAdded"/>.
/// </summary>
public abstract record CaseEvent
{
    private protected CaseEvent()
    {
    }
}
