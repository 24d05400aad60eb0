namespace CampaignKit.Grievances;

/// <summary>The case cannot be merged into the one named: that one has not begun, or is this case, or follows it already.</summary>
/// <param name="CaseId">The case that was to be merged.</param>
/// <param name="Original">The case named.</param>
/// <param name="IsItself">Whether the case named is this one, or leads to it; otherwise it has not begun.</param>
public sealed record OriginalUnfit(string CaseId, string Original, bool IsItself) : CaseRefusal
{
    /// <inheritdoc/>
    public override string Message => IsItself
        ? $"Case {CaseId} cannot be merged into {Original}, which is or follows {CaseId} itself."
        : $"Case {CaseId} cannot be merged into {Original}: there is no such case.";
}
