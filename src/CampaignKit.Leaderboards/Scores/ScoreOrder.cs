namespace CampaignKit.Leaderboards;

/// <summary>Which end of the scores is first on a board.</summary>
public enum ScoreOrder
{
    /// <summary>The highest score is first: points, stitches, minutes given.</summary>
    Descending,

    /// <summary>The lowest score is first: race times, penalties.</summary>
    Ascending,
}
