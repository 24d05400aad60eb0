using System.Runtime.InteropServices;

namespace CampaignKit.Leaderboards;

/// <summary>Where a member stands on a board: its rank, score and id, taken together at one moment.</summary>
/// <typeparam name="TKey">The type of member ids.</typeparam>
/// <param name="Rank">The rank, from 1, in the style that the board or the query names.</param>
/// <param name="Score">The score.</param>
/// <param name="Id">The member's id.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Standing<TKey>(int Rank, long Score, TKey Id)
    where TKey : notnull
{
    /// <summary>The second score; 0 on a board without.</summary>
    public long Second { get; init; }
}
