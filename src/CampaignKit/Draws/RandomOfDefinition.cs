namespace CampaignKit;

/// <summary>Entries of a population are drawn at random.</summary>
/// <param name="Id">The rule's id.</param>
/// <param name="Population">Who or what takes part.</param>
/// <param name="Take">How many win.</param>
/// <param name="Alternates">How many more are named, who step in when a winner falls out.</param>
public sealed record RandomOfDefinition(string Id, Population Population, int Take, int Alternates) : DrawRuleDefinition(Id);
