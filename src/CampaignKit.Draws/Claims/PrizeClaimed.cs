using NodaTime;

namespace CampaignKit.Draws;

/// <summary>The entry that holds a prize claimed it.</summary>
public sealed record PrizeClaimed : PrizeEvent
{
    internal PrizeClaimed(string ruleId, string entryId, Instant at)
        : base(at)
    {
        RuleId = ruleId;
        EntryId = entryId;
    }

    /// <summary>The rule of the prize.</summary>
    public string RuleId { get; }

    /// <summary>The entry that holds it.</summary>
    public string EntryId { get; }
}
