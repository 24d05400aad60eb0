using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>Another case was merged into this one.</summary>
/// <param name="Duplicate">The id of the other case.</param>
/// <param name="At">When.</param>
public sealed record DuplicateAdded(string Duplicate, Instant At) : CaseEvent;
