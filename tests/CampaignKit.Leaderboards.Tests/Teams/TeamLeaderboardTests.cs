namespace CampaignKit.Leaderboards.Tests;

public class TeamLeaderboardTests
{
    [Fact]
    public void BestMean_OfASmallTeam_CanBeatALargeOne()
    {
        var board = new TeamLeaderboard<int, string>(new TeamOptions { Aggregate = TeamAggregate.BestMean, Best = 3, MinimumSize = 3 });
        for (var member = 0; member < 8; member++)
            Score(board, member, "eight", 10 + member);
        for (var member = 100; member < 180; member++)
            Score(board, member, "eighty", 9 + (member % 2));
        Score(board, 200, "pair", 99);
        Score(board, 201, "pair", 99);

        Assert.Equal([new(1, board["eight"]!.Value.Score, "eight", 8), new(2, board["eighty"]!.Value.Score, "eighty", 80)], board.Top(9));
        Assert.Equal("16", board["eight"]!.Value.Score.ToString());
        Assert.Null(board["pair"]);
    }

    [Fact]
    public void Increment_AfterAMove_CreditsTheNewTeamAndLeavesTheOld()
    {
        var board = new TeamLeaderboard<string, string>();
        board.Join("ann", "red");
        board.Increment("ann", 5);

        Assert.True(board.Join("ann", "blue"));
        Assert.False(board.Join("ann", "blue"));
        Assert.Equal(new ScoreChange(WriteOutcome.Added, null, 2), board.Increment("ann", 2));

        Assert.Equal([("red", "5", 1), ("blue", "2", 1)], board.Top(2).Select(team => (team.Team, team.Score.ToString(), team.Size)));
        Assert.True(board.TryGetTeam("ann", out var team));
        Assert.Equal("blue", team);
        Assert.Equal(5, board.MembersOf("red")?.ScoreOf("ann"));

        board.Join("ann", "red");
        board.Increment("ann");
        Assert.Equal(6, board.MembersOf("red")?.ScoreOf("ann"));
    }

    [Fact]
    public void Writes_OfAMemberWithoutATeam_AreSkipped()
    {
        var board = new TeamLeaderboard<string, string>();

        Assert.Equal(new ScoreChange(WriteOutcome.Skipped, null, null), board.Increment("ann"));
        Assert.False(board.Leave("ann"));
        Assert.False(board.Remove("ann"));
        Assert.False(board.TryGetTeam("ann", out _));
        Assert.Null(board.MembersOf("red"));
        Assert.Null(board["red"]);
        Assert.Equal(0, board.Count);
    }

    [Fact]
    public void Mean_OfScoresThatFloatingPointCannotTellApart_RanksThemExactly()
    {
        var board = new TeamLeaderboard<int, string>(new TeamOptions { Aggregate = TeamAggregate.Mean });
        Score(board, 1, "less", long.MaxValue - 1);
        Score(board, 2, "less", long.MaxValue - 1);
        Score(board, 3, "more", long.MaxValue - 1);
        Score(board, 4, "more", long.MaxValue);

        Assert.Equal([(1, "more"), (2, "less")], board.Top(2).Select(team => (team.Rank, team.Team)));
        Assert.Equal("18446744073709551613/2", board["more"]!.Value.Score.ToString());
    }

    [Fact]
    public void Mean_OfEqualFractions_IsATie()
    {
        var board = new TeamLeaderboard<int, string>(new TeamOptions { Aggregate = TeamAggregate.PerHead });
        board.SetHeads("three", 3);
        board.SetHeads("six", 6);
        Score(board, 1, "three", 1);
        Score(board, 2, "six", 2);
        Score(board, 3, "uncounted", 99);

        Assert.Equal([(1, "three", "1/3"), (1, "six", "1/3")], board.Top(3).Select(team => (team.Rank, team.Team, team.Score.ToString())));
        Assert.True(board["three"]!.Value.Score >= board["six"]!.Value.Score);
        Assert.Equal(1 / 3.0, board["six"]!.Value.Score.ToDouble());
    }

    [Fact]
    public void Idle_OnABoardOfTimes_DoesNotWin()
    {
        var board = new TeamLeaderboard<string, string>(new TeamOptions { Aggregate = TeamAggregate.Median, Order = ScoreOrder.Ascending });
        board.Join("idle", "red");
        board.Join("ann", "red");
        board.Join("ben", "blue");
        board.SetIfBetter("ann", 61);
        board.SetIfBetter("ben", 59);

        Assert.Equal([("blue", "59", 1), ("red", "61", 1)], board.Top(2).Select(team => (team.Team, team.Score.ToString(), team.Size)));
    }

    [Fact]
    public void FirstScore_WorseThanTheIdleNothing_CountsAllTheSame()
    {
        var board = new TeamLeaderboard<string, string>();
        board.Join("ann", "red");

        Assert.Equal(new ScoreChange(WriteOutcome.Added, null, -5), board.SetIfBetter("ann", -5));
        Assert.Equal("-5", board["red"]!.Value.Score.ToString());
    }

    [Fact]
    public void Increment_BeyondTheRange_ChangesNothing()
    {
        var board = new TeamLeaderboard<string, string>();
        Score(board, "ann", "red", long.MaxValue);
        Score(board, "ben", "red", long.MaxValue);

        Assert.Contains("ann", Assert.Throws<OverflowException>(() => board.Increment("ann")).Message, StringComparison.Ordinal);
        Assert.Equal("18446744073709551614", board["red"]!.Value.Score.ToString());
    }

    [Fact]
    public void Increment_OfTeamsFarApart_KeepsAllInOrder()
    {
        const int Teams = 400;
        var board = new TeamLeaderboard<int, int>(new TeamOptions { Ranking = RankStyle.Ordinal });
        var reached = new (long Score, int At)[Teams];
        var random = new Random(3);
        for (var write = 0; write < 4_000; write++)
        {
            var team = random.Next(Teams);
            var score = random.Next(50);
            board.Join(team, team);
            if (board.Set(team, score).Before != score)
                reached[team] = (score, write);
        }

        var expected = Enumerable.Range(0, Teams).Where(team => board[team] is not null)
            .OrderByDescending(team => reached[team].Score).ThenBy(team => reached[team].At);
        Assert.Equal(expected, board.Top(Teams).Select(standing => standing.Team));
        Assert.Equal(Enumerable.Range(1, board.Count), board.Top(Teams).Select(standing => board[standing.Team]!.Value.Rank));
    }

    [Theory]
    [InlineData(TeamAggregate.Sum)]
    [InlineData(TeamAggregate.BestMean)]
    [InlineData(TeamAggregate.Median)]
    public void Increment_OfKnownMembers_AllocatesNothing(TeamAggregate aggregate)
    {
        string[] ids = [.. Enumerable.Range(0, 100).Select(id => $"p-{id}")];
        var board = new TeamLeaderboard<string, int>(new TeamOptions { Aggregate = aggregate });
        for (var member = 0; member < ids.Length; member++)
            board.Join(ids[member], member % 10);
        for (var warm = 0; warm < 5; warm++)
            UpAndDown();

        var before = GC.GetAllocatedBytesForCurrentThread();
        UpAndDown();

        // The order of a team's members may grow a little, by far less than something for each of a thousand writes.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000);

        void UpAndDown()
        {
            for (var write = 0; write < 1_000; write++)
                board.Increment(ids[write / 2 % ids.Length], write % 2 == 0 ? 1 : -1);
        }
    }

    [Fact]
    public void MembersOf_ATeam_IsNoBoardToWriteTo()
    {
        var board = new TeamLeaderboard<string, string>();
        board.Join("ann", "red");
        var members = board.MembersOf("red")!;

        board.Increment("ann", 2);

        Assert.Equal([new(1, 2, "ann")], members);
        Assert.IsNotType<Leaderboard<string>>(members);
    }

    [Fact]
    public void BadInput_IsNamed()
    {
        var board = new TeamLeaderboard<string, string>();

        Assert.Contains("Best", Assert.Throws<ArgumentException>(() => new TeamLeaderboard<int, int>(new TeamOptions { Best = 0 })).ParamName, StringComparison.Ordinal);
        Assert.Contains("MinimumSize", Assert.Throws<ArgumentException>(() => new TeamLeaderboard<int, int>(new TeamOptions { MinimumSize = 0 })).ParamName, StringComparison.Ordinal);
        Assert.Equal("heads", Assert.Throws<ArgumentException>(() => board.SetHeads("red", 0)).ParamName);
        Assert.Equal("skip", Assert.Throws<ArgumentException>(() => board.Page(-1, 1)).ParamName);
        Assert.Equal("member", Assert.Throws<ArgumentNullException>(() => board.Join(null!, "red")).ParamName);
        Assert.Equal("team", Assert.Throws<ArgumentNullException>(() => board.Join("ann", null!)).ParamName);
        Assert.Equal("ranking", Assert.Throws<ArgumentOutOfRangeException>(() => board.Top(1, (RankStyle)9)).ParamName);
    }

    private static void Score<TKey>(TeamLeaderboard<TKey, string> board, TKey member, string team, long score)
        where TKey : notnull
    {
        board.Join(member, team);
        board.Set(member, score);
    }
}
