namespace CampaignKit.Draws;

/// <summary>Why an entry whose turn had come was passed over. Where several reasons hold, the first of this order is named.</summary>
public enum SkipReason
{
    /// <summary>Its person stands in the exclusions of the draw.</summary>
    Excluded,

    /// <summary>Its person won by an earlier rule of the same draw.</summary>
    WonByEarlierRule,

    /// <summary>Its person has an earlier entry among the winners or alternates of the same rule.</summary>
    DrawnByThisRule,
}
