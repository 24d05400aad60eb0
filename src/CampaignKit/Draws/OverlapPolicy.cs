namespace CampaignKit;

/// <summary>What happens when more than one rule of a draw picks the same person.</summary>
public enum OverlapPolicy
{
    /// <summary>One prize a person: who won by an earlier rule is skipped by the later ones. Text: <c>one prize, in rule order</c>.</summary>
    OnePrizeInRuleOrder,

    /// <summary>Each rule picks for itself. Text: <c>allowed</c>.</summary>
    Allowed,
}
