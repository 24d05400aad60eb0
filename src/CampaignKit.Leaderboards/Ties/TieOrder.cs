namespace CampaignKit.Leaderboards;

/// <summary>In which order members of one score stand.</summary>
public enum TieOrder
{
    /// <summary>
    /// Who reached the score first stands first. A change of score puts the member behind all who are already there, also when it returns
    /// to a score it had before; a write that changes nothing keeps its place.
    /// </summary>
    EarliestFirst,

    /// <summary>Who reached the score last stands first.</summary>
    LatestFirst,

    /// <summary>The lesser id stands first; ids that the comparer calls equal stand earliest first.</summary>
    ById,

    /// <summary>
    /// The better second score stands first, in its own direction (<see cref="LeaderboardOptions.SecondOrder"/>); where that is equal too, who
    /// reached the pair first.
    /// </summary>
    BySecondScore,
}
