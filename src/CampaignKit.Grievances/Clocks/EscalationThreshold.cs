namespace CampaignKit.Grievances;

/// <summary>A share of a clock's target at which a case is to be escalated.</summary>
/// <param name="Clock">The name of the clock.</param>
/// <param name="Percent">The share of the target, in percent from 1 to 1,000.</param>
/// <param name="Level">The level that the case then gets.</param>
public sealed record EscalationThreshold(string Clock, int Percent, int Level);
