using System.Globalization;
using CampaignKit.Leaderboards;

namespace CampaignKit.Tool.Boards;

/// <summary>The board of the members, who go by the numbers of their ids.</summary>
internal sealed class MemberBoard : RankedBoard
{
    private readonly Utf8IdTable _ids;
    private readonly DenseLeaderboard _board;

    private MemberBoard(Utf8IdTable ids, DenseLeaderboard board) => (_ids, _board) = (ids, board);

    protected override int Count => _board.Count;

    public static MemberBoard Of(ScoreTable table, ScoreOrder order, BoardProgress progress)
    {
        var board = new DenseLeaderboard(order);

        // Only these are held while the board grows; times and lines have done their part.
        var (ids, scores, numbers) = (table.Ids, table.Scores, table.ByArrival());
        progress.Begin("Ranking", "members", numbers.Length);
        foreach (var number in numbers)
        {
            progress.Step();
            board.Set(number, scores[number]);
        }

        return new MemberBoard(ids, board);
    }

    public override IReadOnlyList<BoardEntry> Page(int skip, int take, RankStyle? ranking)
    {
        if (ranking is { } style)
            return [.. List(skip, take, style).Select(standing => Entry(standing.Rank, standing))];

        // The mean of a tie's places is the mean of its first and its last.
        var firsts = List(skip, take, RankStyle.Competition);
        var lasts = List(skip, take, RankStyle.ModifiedCompetition);
        return [.. firsts.Zip(lasts, (first, last) => Entry((first.Rank + (double)last.Rank) / 2, first))];
    }

    protected override int? PlaceOf(string id) =>
        _ids.TryFind(id, out var number) && _board.RankOf(number, RankStyle.Ordinal) is { } rank ? rank - 1 : null;

    private Standing<int>[] List(int skip, int take, RankStyle style)
    {
        var standings = new Standing<int>[Math.Clamp(Count - skip, 0, take)];
        _board.Page(skip, standings, style);
        return standings;
    }

    private BoardEntry Entry(double rank, Standing<int> standing) =>
        new(rank, _ids[standing.Id], standing.Score.ToString(CultureInfo.InvariantCulture));
}
