namespace CampaignKit.Grievances;

/// <summary>
/// Why a step was refused: <see cref="StepNotAllowed"/>, <see cref="RoleNotAllowed"/>, <see cref="DetailMissing"/>, <see cref="WindowClosed"/> or
/// <see cref="StepOutOfOrder"/>.
/// </summary>
public abstract record CaseRefusal
{
    private protected CaseRefusal()
    {
    }

    /// <summary>The reason in a sentence, for people.</summary>
    public abstract string Message { get; }
}
