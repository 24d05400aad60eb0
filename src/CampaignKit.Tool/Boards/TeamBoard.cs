using System.Globalization;
using CampaignKit.Leaderboards;

namespace CampaignKit.Tool.Boards;

/// <summary>The board of the teams.</summary>
internal static class TeamBoard
{
    private const int Decimals = 6;
    private const int Scale = 1_000_000;

    /// <summary>A board of teams that are all there from the first score on.</summary>
    /// <param name="table">The scores, taken in by their arrival.</param>
    /// <param name="teams">Who is in which team; teams that never differ stand in their order.</param>
    /// <param name="options">How teams are scored.</param>
    /// <param name="unteamed">Hears of each member who has a score and no team.</param>
    /// <param name="progress">Hears how far it is.</param>
    public static RankedBoard Of(ScoreTable table, TeamTable teams, TeamOptions options, Action<int>? unteamed, BoardProgress progress)
    {
        var arrived = table.ByArrival(progress);
        var members = new TeamMembers(arrived, table.Scores.Count, teams, unteamed);
        var scoring = new TeamScoring(options, arrived, table.Scores);
        var results = new TeamResult?[teams.Teams.Count];
        progress.Begin("Ranking", "members", arrived.Length);
        for (var team = 0; team < results.Length; team++)
            results[team] = scoring.ResultOf(team, members, progress);

        return Of(teams.Teams, results, options.Order, progress);
    }

    /// <summary>A score as a decimal number: exact if it is whole, otherwise with up to six decimals, half rounded away from zero.</summary>
    public static string Text(TeamScore score)
    {
        var (whole, rest) = Int128.DivRem(Int128.Abs(score.Total), score.Per);
        var scaled = ((2 * rest * Scale) + score.Per) / (2 * (Int128)score.Per);
        if (scaled == Scale)
            (whole, scaled) = (whole + 1, 0);
        var fraction = scaled.ToString(CultureInfo.InvariantCulture).PadLeft(Decimals, '0').TrimEnd('0');
        var sign = score.Total < 0 && (whole > 0 || scaled > 0) ? "-" : "";
        return $"{sign}{whole.ToString(CultureInfo.InvariantCulture)}{(fraction.Length > 0 ? "." : "")}{fraction}";
    }

    private static RankedBoard Of(Utf8IdTable teams, TeamResult?[] results, ScoreOrder order, BoardProgress progress)
    {
        int[] ranked = [.. Enumerable.Range(0, results.Length).Where(team => results[team] is not null)];
        NumberSort.Sort(ranked, Compare, progress);

        // Fractions do not fit a board of whole numbers, but how many different ones are before them does.
        var board = new DenseLeaderboard(ScoreOrder.Ascending);
        var (before, last) = (0, default(TeamScore?));
        foreach (var team in ranked)
        {
            var score = results[team]!.Value.Score;
            if (last is not null && last != score)
                before++;
            last = score;
            board.Set(team, before);
        }

        return new RankedBoard(teams, board, standing => Text(results[standing.Id]!.Value.Score));

        int Compare(int left, int right)
        {
            var (one, other) = (results[left]!.Value, results[right]!.Value);
            var byScore = order == ScoreOrder.Ascending ? one.Score.CompareTo(other.Score) : other.Score.CompareTo(one.Score);
            return byScore != 0 ? byScore : one.Reached.CompareTo(other.Reached);
        }
    }
}
