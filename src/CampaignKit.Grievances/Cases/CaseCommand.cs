using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>The wish to take a step with a case.</summary>
/// <param name="Action">Which step, by the name that the <see cref="CaseLife"/> gives it.</param>
/// <param name="At">When it is taken.</param>
public sealed record CaseCommand(string Action, Instant At)
{
    /// <summary>
    /// The idempotency key: unique among the commands of the case, the same whenever this one is sent again. A <see cref="CaseDesk"/> insists on it.
    /// </summary>
    public string? Key { get; init; }

    /// <summary>The role of whoever takes it.</summary>
    public string? Role { get; init; }

    /// <summary>The unit that is to handle the case.</summary>
    public string? Unit { get; init; }

    /// <summary>What the case is about.</summary>
    public string? Category { get; init; }

    /// <summary>How urgent it is; with the category it says which targets count.</summary>
    public string? Priority { get; init; }

    /// <summary>The level to which the case is to be escalated.</summary>
    public int? Level { get; init; }

    /// <summary>The case of which this one is a duplicate.</summary>
    public string? Original { get; init; }

    /// <summary>Who complains: the host's opaque key, never a name or a number.</summary>
    public string? Complainant { get; init; }

    /// <summary>What exactly is complained of, such as a place: the host's opaque key.</summary>
    public string? Subject { get; init; }

    /// <summary>Why the step is taken.</summary>
    public string? Reason { get; init; }

    /// <summary>The citizen's answer on how satisfied they are.</summary>
    public string? Answer { get; init; }

    /// <summary>Whether the unit contacted the citizen.</summary>
    public bool? Contacted { get; init; }

    /// <summary>Whether the citizen's matter was resolved.</summary>
    public bool? Resolved { get; init; }

    internal bool Has(CaseDetail detail) => detail switch
    {
        CaseDetail.Unit => !string.IsNullOrWhiteSpace(Unit),
        CaseDetail.Category => !string.IsNullOrWhiteSpace(Category),
        CaseDetail.Priority => !string.IsNullOrWhiteSpace(Priority),
        CaseDetail.Level => Level is not null,
        CaseDetail.Original => !string.IsNullOrWhiteSpace(Original),
        CaseDetail.Complainant => !string.IsNullOrWhiteSpace(Complainant),
        CaseDetail.Subject => !string.IsNullOrWhiteSpace(Subject),
        CaseDetail.Reason => !string.IsNullOrWhiteSpace(Reason),
        CaseDetail.Answer => !string.IsNullOrWhiteSpace(Answer),
        CaseDetail.Contacted => Contacted is not null,
        CaseDetail.Resolved => Resolved is not null,
        _ => throw new ArgumentOutOfRangeException(nameof(detail), detail, "Unknown detail."),
    };
}
