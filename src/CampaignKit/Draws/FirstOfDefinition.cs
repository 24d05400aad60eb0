namespace CampaignKit;

/// <summary>The first of a population win: to enrol, to check in within the period, or to write a message that was approved.</summary>
/// <param name="Id">The rule's id.</param>
/// <param name="Population">Who or what takes part.</param>
/// <param name="Take">How many win.</param>
/// <param name="Alternates">How many more are named, who step in when a winner falls out.</param>
public sealed record FirstOfDefinition(string Id, Population Population, int Take, int Alternates = 0) : DrawRuleDefinition(Id);
