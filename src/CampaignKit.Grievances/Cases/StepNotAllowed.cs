namespace CampaignKit.Grievances;

/// <summary>The case is in a state in which there is no such step.</summary>
/// <param name="Action">The step asked for.</param>
/// <param name="State">The state of the case.</param>
/// <param name="Allowed">The steps that there are.</param>
public sealed record StepNotAllowed(string Action, string State, IReadOnlyList<string> Allowed) : CaseRefusal
{
    /// <inheritdoc/>
    public override string Message =>
        $"A case that is {State} has no step '{Action}'; {(Allowed.Count > 0 ? $"there is {string.Join(", ", Allowed)}" : "it is final")}.";
}
