namespace CampaignKit.Leaderboards;

/// <summary>How the scores of a team's members make the score of the team. All are exact: means are kept as fractions.</summary>
public enum TeamAggregate
{
    /// <summary>All scores together: favours large teams.</summary>
    Sum,

    /// <summary>All scores together, for each member.</summary>
    Mean,

    /// <summary>The mean of the best scores, <see cref="TeamOptions.Best"/> of them; of all where the team has fewer members.</summary>
    BestMean,

    /// <summary>The score in the middle; the mean of the two in the middle of an even number.</summary>
    Median,

    /// <summary>All scores together, for each head that the host counts (<see cref="TeamLeaderboard{TKey, TTeam}.SetHeads"/>).</summary>
    PerHead,
}
