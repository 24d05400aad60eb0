namespace CampaignKit.Draws;

/// <summary>A draw cannot be locked: quotas of its rules cannot be met.</summary>
public sealed class InfeasibleQuotasException : Exception
{
    internal InfeasibleQuotasException(IReadOnlyList<QuotaConflict> conflicts)
        : base(string.Join('\n', conflicts)) => Conflicts = conflicts;

    /// <summary>All conflicts, in the order of the rules.</summary>
    public IReadOnlyList<QuotaConflict> Conflicts { get; }
}
