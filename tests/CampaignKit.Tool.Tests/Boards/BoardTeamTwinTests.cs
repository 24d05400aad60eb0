using CampaignKit.Leaderboards;
using CampaignKit.Tool.Boards;
using FsCheck;
using FsCheck.Fluent;

namespace CampaignKit.Tool.Tests.Boards;

/// <summary>The boards of teams beside a live board that is told the same in the order of the times.</summary>
public sealed class BoardTeamTwinTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Property(MaxTest = 200, Arbitrary = [typeof(Generators)])]
    public void Board_AnyTeams_AreAsALiveBoardHasThem(Given given)
    {
        var scores = _folder.Lines("scores.csv", ["id,score,at", .. given.Rows.Select(row => FormattableString.Invariant($"m{row.Member},{row.Score},2021-03-{row.Day:00}"))]);
        var teams = _folder.Lines("teams.csv", ["id,team", .. given.TeamOf.Select(pair => $"m{pair.Key},t{pair.Value}")]);
        string[] order = given.IsAscending ? ["--ascending"] : [];

        foreach (var (how, aggregate) in Aggregates)
        {
            var live = Live(given, aggregate);
            foreach (var (style, ranking) in Styles)
            {
                Assert.Equal(
                    string.Join(", ", live.Top(100, ranking).Select(team => $"{team.Rank} {team.Team} {TeamBoard.Text(team.Score)}")),
                    BoardLines.Of(ToolRun.Of(["board", "--scores", scores, "--teams", teams, "--aggregate", how, "--unteamed", "ignore", "--ranking", style, "--json", .. order])));
            }
        }
    }

    private static (string, TeamAggregate)[] Aggregates =>
        [("sum", TeamAggregate.Sum), ("mean", TeamAggregate.Mean), ("best3", TeamAggregate.BestMean), ("median", TeamAggregate.Median)];

    private static (string, RankStyle)[] Styles =>
        [("competition", RankStyle.Competition), ("dense", RankStyle.Dense), ("ordinal", RankStyle.Ordinal), ("modified", RankStyle.ModifiedCompetition)];

    private static TeamLeaderboard<int, string> Live(Given given, TeamAggregate aggregate)
    {
        var live = new TeamLeaderboard<int, string>(new TeamOptions { Aggregate = aggregate, Order = given.IsAscending ? ScoreOrder.Ascending : ScoreOrder.Descending });
        foreach (var (member, team) in given.TeamOf)
            live.Join(member, $"t{team}");
        foreach (var (member, score, _) in given.Rows.OrderBy(row => row.Day))
            live.Set(member, score);
        return live;
    }

    public sealed record Given(List<(int Member, long Score, int Day)> Rows, List<KeyValuePair<int, int>> TeamOf, bool IsAscending);

    public static class Generators
    {
        public static Arbitrary<Given> Givens()
        {
            var row =
                from member in Gen.Choose(0, 15)
                from score in Gen.Choose(-2, 2)
                from day in Gen.Choose(1, 4)
                select (Member: member, Score: (long)score, Day: day);
            var teamed =
                from member in Gen.Choose(0, 18)
                from team in Gen.Choose(0, 5)
                select KeyValuePair.Create(member, team);
            return Arb.From(
                from rows in row.ListOf()
                from teams in teamed.ListOf()
                from isAscending in Gen.Elements(true, false)
                select new Given([.. rows.DistinctBy(row => row.Member)], [.. teams.DistinctBy(pair => pair.Key)], isAscending));
        }
    }
}
