namespace CampaignKit;

/// <summary>A participant's own page: what was done and earned, worked out from the record.</summary>
/// <param name="Participant">Whose it is.</param>
/// <param name="Team">The team the participant is in now; null for none.</param>
/// <param name="Totals">How much of each summed unit the participant has, in minor units.</param>
/// <param name="Streaks">The streak of each task that is done daily, by the task's id.</param>
/// <param name="Entries">The lines, in the order in which they were recorded.</param>
public sealed record Handbook(
    Participant Participant,
    string? Team,
    IReadOnlyDictionary<string, long> Totals,
    IReadOnlyDictionary<string, Streak> Streaks,
    IReadOnlyList<HandbookEntry> Entries);
