namespace CampaignKit;

/// <summary>Every participant with at least so much of a unit in the period wins.</summary>
/// <param name="Id">The rule's id.</param>
/// <param name="Unit">The unit: a sum.</param>
/// <param name="AtLeast">How much, in minor units, from 1.</param>
public sealed record ThresholdDefinition(string Id, string Unit, long AtLeast) : DrawRuleDefinition(Id);
