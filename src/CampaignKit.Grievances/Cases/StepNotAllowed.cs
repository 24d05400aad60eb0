namespace CampaignKit.Grievances;

/// <summary>The case is in a state in which there is no such step; a case to which nothing has happened yet has only those that begin one.</summary>
/// <param name="Action">The step asked for.</param>
/// <param name="State">The state of the case.</param>
/// <param name="Allowed">The steps that there are.</param>
public sealed record StepNotAllowed(string Action, string State, IReadOnlyList<string> Allowed) : CaseRefusal
{
    /// <summary>The id of the case; null if whoever refused did not say.</summary>
    public string? CaseId { get; init; }

    /// <inheritdoc/>
    public override string Message => State == CaseLife.Start
        ? $"There is no {(CaseId is null ? "such case" : $"case '{CaseId}'")}; it begins by {string.Join(" or ", Allowed.Select(a => $"'{a}'"))}."
        : $"A case that is {State} has no step '{Action}'; {(Allowed.Count > 0 ? $"there is {string.Join(", ", Allowed)}" : "it is final")}.";
}
