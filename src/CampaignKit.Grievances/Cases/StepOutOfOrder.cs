using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>The step lies before the one that was taken last.</summary>
/// <param name="Action">The step asked for.</param>
/// <param name="At">When it was said to be taken.</param>
/// <param name="Last">When the last step was taken.</param>
public sealed record StepOutOfOrder(string Action, Instant At, Instant Last) : CaseRefusal
{
    /// <inheritdoc/>
    public override string Message => $"The step '{Action}' at {At} lies before the last step of the case at {Last}.";
}
