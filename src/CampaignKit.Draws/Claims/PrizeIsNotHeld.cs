namespace CampaignKit.Draws;

/// <summary>The entry never held a prize of the rule: it is no winner, and no alternate who was promoted.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="EntryId">The entry.</param>
public sealed record PrizeIsNotHeld(string RuleId, string EntryId) : ClaimRefusal
{
    /// <inheritdoc/>
    public override string Message => $"{EntryId} holds no prize of {RuleId}.";

    internal override string Field => "id";
}
