using CampaignKit.Leaderboards;

namespace CampaignKit.Tool.Boards;

/// <summary>Scores one team after the other, so that no more than one is held as a live board.</summary>
/// <param name="options">How teams are scored.</param>
/// <param name="arrived">The members with a score in the order in which they came to it.</param>
/// <param name="scores">The scores by the numbers of the members.</param>
internal sealed class TeamScoring(TeamOptions options, int[] arrived, PagedList<long> scores)
{
    private const int Team = 0;

    private readonly TeamLeaderboard<int, int> _board = new(options);

    /// <summary>What a team comes to; null if it is not ranked.</summary>
    public TeamResult? ResultOf(int team, TeamMembers members, BoardProgress progress)
    {
        // Members go by the places of their scores here, those without one by numbers below zero.
        var places = members.PlacesIn(team);
        var idle = members.IdleIn(team);
        foreach (var place in places)
            _board.Join(place, Team);
        for (var number = 1; number <= idle; number++)
            _board.Join(-number, Team);

        // Teams that are ranked before any score came in the order of their numbers.
        var (score, reached) = (Score, team - int.MaxValue);
        foreach (var place in places)
        {
            _board.Set(place, scores[arrived[place]]);
            if (Score != score)
                (score, reached) = (Score, place);
            progress.Step();
        }

        foreach (var place in places)
            _board.Remove(place);
        for (var number = 1; number <= idle; number++)
            _board.Remove(-number);
        return score is { } final ? new TeamResult(final, reached) : null;
    }

    private TeamScore? Score => _board[Team]?.Score;
}
