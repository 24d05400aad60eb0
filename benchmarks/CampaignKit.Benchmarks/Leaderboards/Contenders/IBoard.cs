namespace CampaignKit.Benchmarks.Leaderboards;

/// <summary>
/// A board in this process, asked for one member at a time. A struct that wraps the board is compiled into the loops that ask it, so that the adapter
/// costs nothing.
/// </summary>
/// <typeparam name="TKey">What it knows members by.</typeparam>
internal interface IBoard<TKey>
    where TKey : notnull
{
    /// <summary>Fills the empty board, in the order given.</summary>
    void Load(ReadOnlySpan<TKey> keys, ReadOnlySpan<long> scores);

    /// <summary>Adds one to a member's score.</summary>
    /// <returns>Any number that depends on the outcome.</returns>
    long Update(TKey key);

    /// <summary>Gives a member another score; the one it has changes nothing.</summary>
    /// <returns>Any number that depends on the outcome.</returns>
    long Rescore(TKey key, long score);

    /// <summary>The member's place, ties told apart.</summary>
    long OrdinalRank(TKey key);

    /// <summary>The member's competition rank (1 2 2 4).</summary>
    long CompetitionRank(TKey key);

    /// <summary>The competition rank that a member with this score has or would have.</summary>
    long RankOfScore(long score);

    /// <summary>Lists the first <see cref="Workloads.PageSize"/>.</summary>
    /// <returns>The sum of the scores listed.</returns>
    long Top();

    /// <summary>Lists the member with <see cref="Workloads.Radius"/> neighbours on either side, or as many more on one side at an end of the board.</summary>
    /// <returns>The sum of the scores listed.</returns>
    long Around(TKey key);

    /// <summary>Lists <see cref="Workloads.PageSize"/> members from the middle on.</summary>
    /// <returns>The sum of the scores listed.</returns>
    long MiddlePage();
}
