namespace CampaignKit;

/// <summary>Every number that ends with one of the suffixes wins.</summary>
/// <param name="Id">The rule's id.</param>
/// <param name="Suffixes">The endings: digits, each at most as long as a participant number.</param>
/// <param name="Of">Whose numbers.</param>
public sealed record NumberEndsWithDefinition(string Id, IReadOnlyList<string> Suffixes, Numbering Of = Numbering.Participants) : DrawRuleDefinition(Id);
