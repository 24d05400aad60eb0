namespace CampaignKit;

/// <summary>Every participant whose number, written with its leading zeros, ends with one of the suffixes wins.</summary>
/// <param name="Id">The rule's id.</param>
/// <param name="Suffixes">The endings: digits, each at most as long as a participant number.</param>
public sealed record NumberEndsWithDefinition(string Id, IReadOnlyList<string> Suffixes) : DrawRuleDefinition(Id);
