namespace CampaignKit;

/// <summary>
/// A rule of a draw as the campaign defines it: <see cref="TopByDefinition"/>, <see cref="FirstOfDefinition"/>, <see cref="RandomOfDefinition"/>,
/// <see cref="NumberEndsWithDefinition"/>, <see cref="EveryNthDefinition"/> or <see cref="ThresholdDefinition"/>.
/// </summary>
public abstract record DrawRuleDefinition
{
    private protected DrawRuleDefinition(string id) => Id = id;

    /// <summary>The rule's id, unique in its draw; it is part of the rule's seed.</summary>
    public string Id { get; }
}
