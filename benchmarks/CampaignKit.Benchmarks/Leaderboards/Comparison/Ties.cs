namespace CampaignKit.Benchmarks.Leaderboards;

/// <summary>The order of members who have the same score.</summary>
internal enum Ties
{
    /// <summary>Who reached the score first; on a loaded board, who was loaded first.</summary>
    EarliestFirst,

    /// <summary>The lowest number first.</summary>
    Ascending,

    /// <summary>The highest number first.</summary>
    Descending,
}
