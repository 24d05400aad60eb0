namespace CampaignKit.Leaderboards;

/// <summary>
/// How members are numbered, the best being 1. The names say what four members get of whom the second and third are tied.
/// Mean ranks (1, 2.5, 2.5, 4) are no whole numbers: see <see cref="Standings{TKey}.FractionalPage"/>.
/// </summary>
public enum RankStyle
{
    /// <summary>1 2 3 4: the place in the board's order; no two members share one.</summary>
    Ordinal,

    /// <summary>1 2 2 4: one more than the number of members in better ties.</summary>
    Competition,

    /// <summary>1 3 3 4: the number of members in this tie or a better one.</summary>
    ModifiedCompetition,

    /// <summary>1 2 2 3: one more than the number of different ties that are better.</summary>
    Dense,
}
