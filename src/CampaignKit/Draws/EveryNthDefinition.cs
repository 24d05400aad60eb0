namespace CampaignKit;

/// <summary>Every so many-th number wins, such as each thousandth check-in.</summary>
/// <param name="Id">The rule's id.</param>
/// <param name="N">The step, from 1.</param>
/// <param name="Offset">The remainder that wins when a number is divided by <paramref name="N"/>: 0 for its multiples.</param>
/// <param name="Of">Whose numbers.</param>
public sealed record EveryNthDefinition(string Id, long N, long Offset, Numbering Of) : DrawRuleDefinition(Id);
