using CampaignKit.Draws;

namespace CampaignKit;

/// <summary>The participants with most of a unit in the period win.</summary>
/// <param name="Id">The rule's id.</param>
/// <param name="Unit">The unit that ranks them: a sum.</param>
/// <param name="Take">How many win.</param>
/// <param name="Ties">Who wins when several share the last places.</param>
/// <param name="Alternates">How many more are named, who step in when a winner falls out.</param>
public sealed record TopByDefinition(string Id, string Unit, int Take, TiePolicy Ties, int Alternates = 0) : DrawRuleDefinition(Id);
