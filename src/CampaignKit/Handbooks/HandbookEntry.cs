using NodaTime;

namespace CampaignKit;

/// <summary>One line of a handbook.</summary>
/// <param name="At">When it was recorded.</param>
/// <param name="Day">The campaign day it belongs to.</param>
/// <param name="Kind">What it tells.</param>
/// <param name="Subject">What it is about: a task, a team, a slot or a prize.</param>
/// <param name="Detail">More of it, such as the site or the reason of a void; null for nothing.</param>
public sealed record HandbookEntry(Instant At, LocalDate Day, HandbookEntryKind Kind, string Subject, string? Detail);
