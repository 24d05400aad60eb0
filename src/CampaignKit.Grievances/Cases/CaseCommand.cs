using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>The wish to take a step with a case.</summary>
/// <param name="Action">Which step, by the name that the <see cref="CaseLife"/> gives it.</param>
/// <param name="At">When it is taken.</param>
public sealed record CaseCommand(string Action, Instant At)
{
    /// <summary>The role of whoever takes it.</summary>
    public string? Role { get; init; }

    /// <summary>The unit that is to handle the case.</summary>
    public string? Unit { get; init; }

    /// <summary>What the case is about.</summary>
    public string? Category { get; init; }

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
        CaseDetail.Reason => !string.IsNullOrWhiteSpace(Reason),
        CaseDetail.Answer => !string.IsNullOrWhiteSpace(Answer),
        CaseDetail.Contacted => Contacted is not null,
        CaseDetail.Resolved => Resolved is not null,
        _ => throw new ArgumentOutOfRangeException(nameof(detail), detail, "Unknown detail."),
    };
}
