namespace CampaignKit.Draws;

/// <summary>Why an entry whose turn had come was passed over.</summary>
public enum SkipReason
{
    /// <summary>Its person won by an earlier rule of the same draw.</summary>
    WonByEarlierRule,

    /// <summary>Its person has an earlier entry among the winners or alternates of the same rule.</summary>
    DrawnByThisRule,
}
