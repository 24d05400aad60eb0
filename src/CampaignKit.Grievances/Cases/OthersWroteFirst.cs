namespace CampaignKit.Grievances;

/// <summary>The step lost against other writers of the case each time it was tried: an answer among many where the rest goes on, as of <see cref="CaseDesk"/>'s escalations.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Attempts">How often it was tried.</param>
public sealed record OthersWroteFirst(string CaseId, int Attempts) : CaseRefusal
{
    /// <inheritdoc/>
    public override string Message => $"Others wrote to case {CaseId} first, {Attempts} times; the step can be tried again.";
}
