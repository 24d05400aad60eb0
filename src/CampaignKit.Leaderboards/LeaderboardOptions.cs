namespace CampaignKit.Leaderboards;

/// <summary>What a <see cref="Leaderboard{TKey}"/> is told at its construction and keeps for good. Immutable.</summary>
public sealed record LeaderboardOptions
{
    /// <summary>Which end of the scores is first.</summary>
    /// <value>The default is <see cref="ScoreOrder.Descending"/>.</value>
    public ScoreOrder Order { get; init; } = ScoreOrder.Descending;

    /// <summary>How ranks are counted where a query does not say.</summary>
    /// <value>The default is <see cref="RankStyle.Competition"/>.</value>
    public RankStyle Ranking { get; init; } = RankStyle.Competition;

    /// <summary>In which order members of one score stand.</summary>
    /// <value>The default is <see cref="TieOrder.EarliestFirst"/>.</value>
    public TieOrder Ties { get; init; } = TieOrder.EarliestFirst;
}
