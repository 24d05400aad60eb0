using System.Globalization;
using CampaignKit.Leaderboards;

namespace CampaignKit.Tool.Boards;

/// <summary>The board of the teams.</summary>
internal sealed class TeamBoard : RankedBoard
{
    private const int Decimals = 6;
    private const int Scale = 1_000_000;

    private readonly TeamLeaderboard<int, string> _board;

    private TeamBoard(TeamLeaderboard<int, string> board) => _board = board;

    protected override int Count => _board.Count;

    /// <summary>A board of teams that are all there from the first score on.</summary>
    /// <param name="table">The scores, taken in by their arrival.</param>
    /// <param name="members">Who is in which team; teams that never differ stand in this order.</param>
    /// <param name="options">How teams are scored.</param>
    /// <param name="unteamed">Hears of each member who has a score and no team.</param>
    /// <param name="progress">Hears how far it is.</param>
    public static TeamBoard Of(ScoreTable table, PagedList<(int Member, string Team)> members, TeamOptions options, Action<int>? unteamed, BoardProgress progress)
    {
        var board = new TeamLeaderboard<int, string>(options);
        progress.Begin("Joining", "members", members.Count);
        for (var at = 0; at < members.Count; at++, progress.Step())
            board.Join(members[at].Member, members[at].Team);

        var numbers = table.ByArrival();
        progress.Begin("Ranking", "members", numbers.Length);
        foreach (var number in numbers)
        {
            if (board.Set(number, table.Scores[number]).Outcome == WriteOutcome.Skipped)
                unteamed?.Invoke(number);
            progress.Step();
        }

        return new TeamBoard(board);
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

    public override IReadOnlyList<BoardEntry> Page(int skip, int take, RankStyle? ranking)
    {
        if (ranking is { } style)
            return [.. _board.Page(skip, take, style).Select(standing => new BoardEntry(standing.Rank, standing.Team, Text(standing.Score)))];

        // The mean of the places of a tie is that of its first and its last.
        return [.. _board.Page(skip, take, RankStyle.Competition).Zip(
            _board.Page(skip, take, RankStyle.ModifiedCompetition),
            (first, last) => new BoardEntry((first.Rank + (double)last.Rank) / 2, first.Team, Text(first.Score)))];
    }

    protected override int? PlaceOf(string id) => _board.StandingOf(id, RankStyle.Ordinal)?.Rank - 1;
}
