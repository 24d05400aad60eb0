namespace CampaignKit.Leaderboards;

/// <summary>What becomes of a write for a period that is closed.</summary>
public enum LateWrites
{
    /// <summary>It is refused: the answer is <see cref="WriteOutcome.Late"/>, and nothing is written.</summary>
    Refuse,

    /// <summary>It counts for all time and for no period.</summary>
    CreditAllTime,

    /// <summary>It counts for all time and for the period that is open; refused if none is.</summary>
    CreditOpenPeriod,
}
