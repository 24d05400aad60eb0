using FsCheck;
using FsCheck.Fluent;

namespace CampaignKit.Leaderboards.Tests;

/// <summary>After any joins, moves and scores a board of teams answers as counting everything again does.</summary>
public class TeamLeaderboardLaws
{
    private static readonly string[] Teams = ["red", "green", "blue"];

    [Property(MaxTest = 500, Arbitrary = [typeof(TeamGenerators)])]
    public void Changes_InAnySequence_RankTeamsAsCountedAgain(TeamOptions options, (int Kind, int Member, int Team, long Score)[] changes)
    {
        var board = new TeamLeaderboard<int, string>(options);
        var model = new TeamModel(options);

        foreach (var (kind, member, team, score) in changes)
        {
            switch (kind)
            {
                case 0:
                    board.Leave(member);
                    model.Leave(member);
                    break;
                case 1:
                    board.Remove(member);
                    model.Remove(member);
                    break;
                case 2:
                    board.SetHeads(Teams[team], 2 + team);
                    model.SetHeads(Teams[team], 2 + team);
                    break;
                case 3:
                    board.SetIfBetter(member, score);
                    model.SetIfBetter(member, score);
                    break;
                case <= 6:
                    // Left and joined apart, so that it is plain which team changes first.
                    board.Leave(member);
                    model.Leave(member);
                    board.Join(member, Teams[team]);
                    model.Join(member, Teams[team]);
                    break;
                default:
                    board.Increment(member, score);
                    model.Increment(member, score);
                    break;
            }

            foreach (var style in Enum.GetValues<RankStyle>())
                Assert.Equal(model.Listing(style), board.Top(3, style).Select(team => (team.Rank, team.Team, team.Score.ToString(), team.Size)));
        }

        foreach (var standing in board.Top(3))
            Assert.Equal(standing, board[standing.Team]);
        Assert.Equal(board.Top(3).Skip(1), board.Page(1, 2));
    }

    public static class TeamGenerators
    {
        public static Arbitrary<TeamOptions> Options() =>
            (from aggregate in Gen.Elements(Enum.GetValues<TeamAggregate>())
             from order in Gen.Elements(Enum.GetValues<ScoreOrder>())
             from best in Gen.Choose(1, 3)
             from size in Gen.Choose(1, 3)
             from idle in Gen.Elements(true, false)
             select new TeamOptions { Aggregate = aggregate, Order = order, Best = best, MinimumSize = size, CountsIdle = idle }).ToArbitrary();

        public static Arbitrary<(int Kind, int Member, int Team, long Score)> Changes() =>
            (from kind in Gen.Choose(0, 12)
             from member in Gen.Choose(0, 6)
             from team in Gen.Choose(0, 2)
             from score in Gen.Choose(-2, 4)
             select (kind, member, team, (long)score)).ToArbitrary();
    }
}
