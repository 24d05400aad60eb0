namespace CampaignKit.Draws;

/// <summary>A draw cannot be locked, or restored: quotas of its rules cannot be met.</summary>
public sealed class InfeasibleQuotasException : Exception
{
    internal InfeasibleQuotasException(IReadOnlyList<QuotaConflict> conflicts)
        : base(string.Join('\n', conflicts)) => Conflicts = conflicts;

    internal static void ThrowIfAny(IEnumerable<QuotaConflict> conflicts)
    {
        if (conflicts.ToList() is { Count: > 0 } found)
            throw new InfeasibleQuotasException(found);
    }

    /// <summary>All conflicts, in the order of the rules.</summary>
    public IReadOnlyList<QuotaConflict> Conflicts { get; }
}
