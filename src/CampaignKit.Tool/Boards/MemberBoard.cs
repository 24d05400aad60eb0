using System.Globalization;
using CampaignKit.Leaderboards;

namespace CampaignKit.Tool.Boards;

/// <summary>The board of the members.</summary>
internal static class MemberBoard
{
    public static RankedBoard Of(ScoreTable table, ScoreOrder order, BoardProgress progress)
    {
        var board = new DenseLeaderboard(order);

        // Only these are held while the board grows; times and lines have done their part.
        var (ids, scores, numbers) = (table.Ids, table.Scores, table.ByArrival(progress));
        progress.Begin("Ranking", "members", numbers.Length);
        foreach (var number in numbers)
        {
            progress.Step();
            board.Set(number, scores[number]);
        }

        return new RankedBoard(ids, board, standing => standing.Score.ToString(CultureInfo.InvariantCulture));
    }
}
