namespace CampaignKit.Leaderboards;

/// <summary>What a <see cref="TeamLeaderboard{TKey, TTeam}"/> is told at its construction and keeps for good. Immutable.</summary>
public sealed record TeamOptions
{
    private readonly bool? _countsIdle;

    /// <summary>How the scores of members make the score of their team.</summary>
    /// <value>The default is <see cref="TeamAggregate.Sum"/>.</value>
    public TeamAggregate Aggregate { get; init; } = TeamAggregate.Sum;

    /// <summary>How many scores <see cref="TeamAggregate.BestMean"/> takes.</summary>
    /// <value>The default is 3; at least 1.</value>
    public int Best { get; init; } = 3;

    /// <summary>How large a team must be to be ranked: in members, or in heads where these are counted.</summary>
    /// <value>The default is 1; at least 1.</value>
    public int MinimumSize { get; init; } = 1;

    /// <summary>Whether a member who has not scored yet counts, with the score 0.</summary>
    /// <value>The default is true on a descending board; on an ascending one, where 0 would be the best, false.</value>
    public bool CountsIdle
    {
        get => _countsIdle ?? Order == ScoreOrder.Descending;
        init => _countsIdle = value;
    }

    /// <summary>Which end of the scores is first, of teams and of members.</summary>
    /// <value>The default is <see cref="ScoreOrder.Descending"/>.</value>
    public ScoreOrder Order { get; init; } = ScoreOrder.Descending;

    /// <summary>How ranks are counted where a query does not say.</summary>
    /// <value>The default is <see cref="RankStyle.Competition"/>.</value>
    public RankStyle Ranking { get; init; } = RankStyle.Competition;
}
