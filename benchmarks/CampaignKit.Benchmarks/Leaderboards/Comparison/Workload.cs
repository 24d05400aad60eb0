namespace CampaignKit.Benchmarks.Leaderboards;

/// <summary>What is timed, in the order of the table's columns.</summary>
internal enum Workload
{
    /// <summary>A member's score goes up by one.</summary>
    Update,

    /// <summary>A member's score becomes any other of the board's range.</summary>
    Rescore,

    /// <summary>The place of a member, ties told apart.</summary>
    OrdinalRank,

    /// <summary>The competition rank of a member: 1 2 2 4.</summary>
    CompetitionRank,

    /// <summary>The competition rank of a score that the caller knows.</summary>
    ScoreRank,

    /// <summary>The first 20.</summary>
    Top,

    /// <summary>A member with ten neighbours on either side.</summary>
    Around,

    /// <summary>20 members from the middle of the board.</summary>
    MiddlePage,

    /// <summary>Ordinal ranks, every tenth operation an update.</summary>
    Mixed,
}
