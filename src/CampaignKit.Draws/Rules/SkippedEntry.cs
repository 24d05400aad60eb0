namespace CampaignKit.Draws;

/// <summary>An entry that was passed over when its turn had come, because its person cannot win, or has been drawn before.</summary>
/// <param name="Entry">The entry passed over.</param>
/// <param name="Reason">Why.</param>
/// <param name="RuleId">The rule that drew the person before; null if the person is excluded.</param>
/// <param name="EntryId">The entry by which it did; null if the person is excluded.</param>
/// <param name="Why">The reason that the exclusions give; null if the person was drawn before.</param>
public sealed record SkippedEntry(DrawnEntry Entry, SkipReason Reason, string? RuleId = null, string? EntryId = null, string? Why = null);
