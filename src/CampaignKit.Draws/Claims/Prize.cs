using NodaTime;

namespace CampaignKit.Draws;

/// <summary>One prize of a draw: a place among the winners of a rule, and who holds it now. Immutable.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Place">The place among the rule's winners, from 1. It stays when an alternate follows.</param>
/// <param name="Entry">The entry that holds it; the last one that did if nobody followed.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Since">When it stood so first: published, promoted, claimed or forfeited.</param>
/// <param name="Until">The last second in which it can be claimed; null unless it is open and the draw limits the time.</param>
public sealed record Prize(string RuleId, int Place, DrawnEntry Entry, PrizeStatus Status, Instant Since, Instant? Until)
{
    /// <summary>Whom the prize goes to: the holder of the entry, or the entrant itself; null if it was forfeited.</summary>
    public string? Person => Status is PrizeStatus.Open or PrizeStatus.Claimed ? Entry.Person : null;
}
