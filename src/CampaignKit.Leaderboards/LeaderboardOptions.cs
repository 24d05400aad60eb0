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

    /// <summary>Which end of the second scores is first, where ties go <see cref="TieOrder.BySecondScore"/>.</summary>
    /// <value>The default is <see cref="ScoreOrder.Descending"/>, whatever <see cref="Order"/> is.</value>
    public ScoreOrder SecondOrder { get; init; } = ScoreOrder.Descending;

    /// <summary>
    /// Whether different second scores give different ranks in every style, as points and then goals do. If not, members of one score share a rank
    /// and the second score orders them within it, as a time or a sequence number of the host's would.
    /// </summary>
    /// <value>The default is true.</value>
    public bool RanksBySecondScore { get; init; } = true;

    /// <summary>Whether a member whose score is 0 is kept without a rank, until its score is another.</summary>
    /// <value>The default is false: 0 is a score like any.</value>
    public bool LeavesZeroUnranked { get; init; }

    /// <summary>Whether the board keeps the last revision of every member, so that <see cref="WriteIf.Newer"/> can tell stale writes; 8 bytes a member.</summary>
    /// <value>The default is false.</value>
    public bool KeepsRevisions { get; init; }

    internal bool HasSecondScores => Ties == TieOrder.BySecondScore;

    internal bool SecondScoresPartTies => HasSecondScores && RanksBySecondScore;
}
