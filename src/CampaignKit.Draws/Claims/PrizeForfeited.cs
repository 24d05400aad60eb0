using NodaTime;

namespace CampaignKit.Draws;

/// <summary>The entry that held a prize lost it, and the first alternate who could follow did.</summary>
public sealed record PrizeForfeited : PrizeEvent
{
    internal PrizeForfeited(string ruleId, string entryId, Instant at, string reason, string by, string? promoted)
        : base(at)
    {
        RuleId = ruleId;
        EntryId = entryId;
        Reason = reason;
        By = by;
        Promoted = promoted;
    }

    /// <summary>The rule of the prize.</summary>
    public string RuleId { get; }

    /// <summary>The entry that held it.</summary>
    public string EntryId { get; }

    /// <summary>Why.</summary>
    public string Reason { get; }

    /// <summary>Who decided, as a key of the operator's.</summary>
    public string By { get; }

    /// <summary>The alternate who holds it now; null if nobody followed.</summary>
    public string? Promoted { get; }
}
