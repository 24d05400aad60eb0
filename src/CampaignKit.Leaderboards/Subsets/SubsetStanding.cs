namespace CampaignKit.Leaderboards;

/// <summary>Where a member stands among some members of a board, and on the whole board.</summary>
/// <typeparam name="TKey">The type of member ids.</typeparam>
/// <param name="Rank">The rank among the members asked for.</param>
/// <param name="Overall">The standing on the whole board.</param>
public readonly record struct SubsetStanding<TKey>(int Rank, Standing<TKey> Overall)
    where TKey : notnull
{
    /// <summary>The member's id.</summary>
    public TKey Id => Overall.Id;

    /// <summary>The score.</summary>
    public long Score => Overall.Score;
}
