namespace CampaignKit.Leaderboards;

/// <summary>Where a member stands on a board, in fractional ranks.</summary>
/// <typeparam name="TKey">The type of member ids.</typeparam>
/// <param name="Rank">The mean of the places that the member's tie takes: a multiple of one half, exact.</param>
/// <param name="Score">The score.</param>
/// <param name="Id">The member's id.</param>
public readonly record struct FractionalStanding<TKey>(double Rank, long Score, TKey Id)
    where TKey : notnull
{
    /// <summary>The second score; 0 on a board without.</summary>
    public long Second { get; init; }
}
