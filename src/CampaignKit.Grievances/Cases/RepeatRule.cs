using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>Which complaints are repeats of earlier ones: those with the same opaque keys, begun within a window after them.</summary>
/// <param name="ByComplainant">Whether the complainant must be the same.</param>
/// <param name="BySubject">Whether the subject must be the same.</param>
/// <param name="Within">How long after an earlier complaint a later one repeats it, the end included.</param>
public sealed record RepeatRule(bool ByComplainant, bool BySubject, Duration Within)
{
    /// <summary>The keys that a repeat shares, in a form that no other keys have; null if the command leaves one open: blanks say nothing about who complains of what.</summary>
    internal string? SharedBy(CaseCommand command)
    {
        if ((ByComplainant && !command.Has(CaseDetail.Complainant)) || (BySubject && !command.Has(CaseDetail.Subject)))
            return null;
        string[] keys = [ByComplainant ? command.Complainant! : "", BySubject ? command.Subject! : ""];
        return string.Concat(keys.Select(k => $"{k.Length}:{k}"));
    }
}
