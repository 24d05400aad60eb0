namespace CampaignKit.Benchmarks.Leaderboards;

/// <summary>A board that also takes many members in one call, which makes a row of its own.</summary>
/// <typeparam name="TKey">What it knows members by.</typeparam>
internal interface IBatchBoard<TKey> : IBoard<TKey>
    where TKey : notnull
{
    /// <summary>Adds one to each member's score, as often as it is named, in the order given.</summary>
    /// <returns>Any number that depends on the outcome.</returns>
    long UpdateMany(ReadOnlySpan<TKey> keys);

    /// <returns>The sum of the members' places.</returns>
    long OrdinalRanks(ReadOnlySpan<TKey> keys);

    /// <returns>The sum of the members' competition ranks.</returns>
    long CompetitionRanks(ReadOnlySpan<TKey> keys);
}
