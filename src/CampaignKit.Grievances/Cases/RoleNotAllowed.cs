namespace CampaignKit.Grievances;

/// <summary>The step is for other roles.</summary>
/// <param name="Action">The step asked for.</param>
/// <param name="Role">Who asked for it; null if nobody was named.</param>
/// <param name="Roles">Who may take it.</param>
public sealed record RoleNotAllowed(string Action, string? Role, IReadOnlyList<string> Roles) : CaseRefusal
{
    /// <inheritdoc/>
    public override string Message => $"The step '{Action}' is for {string.Join(" or ", Roles)}, not for {Role ?? "somebody without a role"}.";
}
