namespace CampaignKit.Draws;

/// <summary>What each entrant of a pool carries.</summary>
public enum PoolKind
{
    /// <summary>Nothing but the id.</summary>
    Ids,

    /// <summary>A weight: a non-negative decimal integer, the number of tickets of the entrant.</summary>
    Weights,

    /// <summary>A score: a signed decimal integer of 64 bits.</summary>
    Scores,

    /// <summary>A score, and when it was reached: a second signed integer of 64 bits, smaller meaning earlier, in any unit.</summary>
    TimedScores,

    /// <summary>A number: a string of digits, kept as it is, leading zeros included.</summary>
    Numbers,
}
