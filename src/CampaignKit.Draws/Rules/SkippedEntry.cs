namespace CampaignKit.Draws;

/// <summary>An entry that was passed over when its turn had come, because its person has been drawn before.</summary>
/// <param name="Entry">The entry passed over.</param>
/// <param name="Reason">Why.</param>
/// <param name="RuleId">The rule that drew the person before.</param>
/// <param name="EntryId">The entry by which it did.</param>
public sealed record SkippedEntry(DrawnEntry Entry, SkipReason Reason, string RuleId, string EntryId);
