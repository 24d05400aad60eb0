namespace CampaignKit.Grievances;

/// <summary>The step asks for something that was not said.</summary>
/// <param name="Action">The step asked for.</param>
/// <param name="Details">What is missing.</param>
public sealed record DetailMissing(string Action, IReadOnlyList<CaseDetail> Details) : CaseRefusal
{
    /// <inheritdoc/>
    public override string Message => $"The step '{Action}' needs {string.Join(" and ", Details.Select(CaseLifeJson.NameOf))}.";
}
