namespace CampaignKit.Grievances;

/// <summary>
/// Why a step was refused: <see cref="StepNotAllowed"/>, <see cref="RoleNotAllowed"/>, <see cref="DetailMissing"/>, <see cref="WindowClosed"/>,
/// <see cref="StepOutOfOrder"/>, <see cref="LevelNotAllowed"/>, <see cref="OriginalUnfit"/> or, by a <see cref="CaseDesk"/>, <see cref="KeyTaken"/> and
/// <see cref="OthersWroteFirst"/>.
/// </summary>
public abstract record CaseRefusal
{
    private protected CaseRefusal()
    {
    }

    /// <summary>The reason in a sentence, for people.</summary>
    public abstract string Message { get; }
}
