namespace CampaignKit.Leaderboards.Tests;

public class DenseLeaderboardTests
{
    [Fact]
    public void Queries_OfUnknownMembers_AnswerThatThereAreNone()
    {
        var board = new DenseLeaderboard();
        board.Increment(3);

        foreach (var member in (int[])[-1, 0, 4, int.MaxValue])
        {
            Assert.Null(board[member]);
            Assert.Null(board.RankOf(member));
            Assert.Null(board.ScoreOf(member));
            Assert.False(board.Contains(member));
            Assert.False(board.Remove(member));
            Assert.Equal(0, board.Around(member, new Standing<int>[3]));
        }

        Assert.Equal(1, board.Count);
    }

    [Fact]
    public void Calls_WithABadArgument_NameItAndChangeNothing()
    {
        var board = new DenseLeaderboard();

        Assert.Equal("member", Assert.Throws<ArgumentOutOfRangeException>(() => board.Set(-1, 1)).ParamName);
        Assert.Equal("member", Assert.Throws<ArgumentOutOfRangeException>(() => board.Increment(int.MaxValue)).ParamName);
        Assert.Equal("by", Assert.Throws<ArgumentException>(() => board.Decrement(1, -1)).ParamName);
        Assert.Equal("members", Assert.Throws<ArgumentOutOfRangeException>(() => board.IncrementMany([1, 2, -3])).ParamName);
        Assert.Equal("by", Assert.Throws<ArgumentException>(() => board.IncrementMany([1, 2, 3], [1, 2])).ParamName);
        Assert.Equal("ranks", Assert.Throws<ArgumentException>(() => board.RanksOf([1, 2], new int[1])).ParamName);
        Assert.Equal("skip", Assert.Throws<ArgumentException>(() => board.Page(-1, [])).ParamName);
        Assert.Equal("place", Assert.Throws<ArgumentException>(() => board.At(0)).ParamName);
        Assert.Equal("low", Assert.Throws<ArgumentException>(() => board.CountBetween(2, 1)).ParamName);
        Assert.Equal("ranking", Assert.Throws<ArgumentOutOfRangeException>(() => board.RankOf(1, (RankStyle)9)).ParamName);
        Assert.Equal("order", Assert.Throws<ArgumentOutOfRangeException>(() => new DenseLeaderboard((ScoreOrder)9)).ParamName);
        Assert.Equal(0, board.Count);
    }

    [Fact]
    public void IncrementMany_ThatWouldOverflowAtItsLast_ChangesNothing()
    {
        var board = new DenseLeaderboard();
        board.Set(1, long.MaxValue - 1);

        var error = Assert.Throws<OverflowException>(() => board.IncrementMany([2, 1, 1]));

        Assert.Contains("of 1 ", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, board.Count);
        Assert.Equal(long.MaxValue - 1, board.ScoreOf(1));
    }

    [Fact]
    public void IncrementMany_OverManyBlocks_IsAsOneByOne()
    {
        var (single, many) = (new DenseLeaderboard(), new DenseLeaderboard());
        var random = new Random(3);
        int[] members = [.. Enumerable.Range(0, 50_000).Select(_ => random.Next(5_000))];

        foreach (var member in members)
            single.Increment(member);
        many.IncrementMany(members);

        var (one, other) = (new Standing<int>[5_000], new Standing<int>[5_000]);
        Assert.Equal(single.Top(one), many.Top(other));
        Assert.Equal(one, other);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(100_000_000)]
    public void Operations_OnceTheBoardHasItsSize_DoNotAllocate(int scores)
    {
        const int Members = 20_000;
        var board = new DenseLeaderboard();
        var random = new Random(5);
        var ranks = new int[100];
        var members = new int[100];
        var page = new Standing<int>[20];
        for (var member = 0; member < Members; member++)
            board.Set(member, random.Next(scores));

        Play(40);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Play(40);

        // Room for an array that finds itself too small after all; one allocation an operation would be a hundred times that.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 40_000);

        void Play(int rounds)
        {
            for (var round = 0; round < rounds; round++)
            {
                for (var index = 0; index < 2_000; index++)
                {
                    board.Set(random.Next(Members), random.Next(scores));
                    _ = board.RankOf(index, RankStyle.Ordinal);
                    _ = board.RankOf(index, RankStyle.Dense);
                }

                members.AsSpan().Fill(round);
                board.IncrementMany(members, by: -1);
                board.IncrementMany(members);
                board.RanksOf(members, ranks);
                board.Top(page);
                board.Around(round, page);
            }
        }
    }
}
