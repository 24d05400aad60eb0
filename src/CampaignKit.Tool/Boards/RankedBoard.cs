using CampaignKit.Leaderboards;

namespace CampaignKit.Tool.Boards;

/// <summary>A board as the command shows it, be it of members or of teams, who go by the numbers of their ids.</summary>
internal sealed class RankedBoard(Utf8IdTable ids, DenseLeaderboard board, Func<Standing<int>, string> score)
{
    /// <summary>Entries from a place on.</summary>
    /// <param name="skip">How many are passed over.</param>
    /// <param name="take">How many are listed, if there are as many.</param>
    /// <param name="ranking">How ranks are counted; fractional if null.</param>
    public IReadOnlyList<BoardEntry> Page(int skip, int take, RankStyle? ranking)
    {
        if (ranking is { } style)
            return [.. List(skip, take, style).Select(standing => Entry(standing.Rank, standing))];

        // The mean of a tie's places is the mean of its first and its last.
        var firsts = List(skip, take, RankStyle.Competition);
        var lasts = List(skip, take, RankStyle.ModifiedCompetition);
        return [.. firsts.Zip(lasts, (first, last) => Entry((first.Rank + (double)last.Rank) / 2, first))];
    }

    /// <summary>An entry and its neighbours, at an end of the board so many more on the other side; null if the id is not on the board.</summary>
    public IReadOnlyList<BoardEntry>? Around(string id, int radius, RankStyle? ranking)
    {
        if (!ids.TryFind(id, out var number) || board.RankOf(number, RankStyle.Ordinal) is not { } place)
            return null;

        var take = Math.Min(board.Count, (2 * radius) + 1);
        return Page(Math.Clamp(place - 1 - radius, 0, board.Count - take), take, ranking);
    }

    private Standing<int>[] List(int skip, int take, RankStyle style)
    {
        var standings = new Standing<int>[Math.Clamp(board.Count - skip, 0, take)];
        board.Page(skip, standings, style);
        return standings;
    }

    private BoardEntry Entry(double rank, Standing<int> standing) => new(rank, ids[standing.Id], score(standing));
}
