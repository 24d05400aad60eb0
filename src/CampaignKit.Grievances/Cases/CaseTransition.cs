using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>One step that a <see cref="CaseLife"/> allows.</summary>
/// <param name="From">The state in which it can be taken; <see cref="CaseLife.Start"/> for the step that begins a case.</param>
/// <param name="Action">What the step is called.</param>
/// <param name="To">The state it leads to; the same as <paramref name="From"/> for a step that stays.</param>
/// <param name="Roles">Who may take it; everybody if empty.</param>
/// <param name="Needs">What it asks for.</param>
/// <param name="Within">How long after the case came into the state it can be taken, the end included; for ever if null.</param>
/// <param name="Effect">What it does beside that.</param>
public sealed record CaseTransition(
    string From,
    string Action,
    string To,
    IReadOnlyList<string> Roles,
    IReadOnlyList<CaseDetail> Needs,
    Duration? Within,
    CaseEffect Effect = CaseEffect.None);
