using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>A case that began before, with the keys by which a later one repeats it.</summary>
/// <param name="CaseId">Its id.</param>
/// <param name="At">When it began.</param>
public sealed record EarlierComplaint(string CaseId, Instant At);
