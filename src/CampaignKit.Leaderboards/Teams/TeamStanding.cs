namespace CampaignKit.Leaderboards;

/// <summary>Where a team stands on a board of teams.</summary>
/// <typeparam name="TTeam">The type of team ids.</typeparam>
/// <param name="Rank">The rank, from 1, in the style that the board or the query names.</param>
/// <param name="Score">The team's score.</param>
/// <param name="Team">The team's id.</param>
/// <param name="Size">How many members count in the team.</param>
public readonly record struct TeamStanding<TTeam>(int Rank, TeamScore Score, TTeam Team, int Size)
    where TTeam : notnull;
