namespace CampaignKit.Leaderboards.Tests;

public class LeaderboardTests
{
    [Fact]
    public void Constructor_WithoutOptions_IsDescendingEarliestFirstWithCompetitionRanks()
    {
        var board = new Leaderboard<string>();
        board.Set("low", 1);
        board.Set("second", 5);
        board.Set("first", 9);
        board.Set("alsoSecond", 5);

        Assert.Equal([new(1, 9, "first"), new(2, 5, "second"), new(2, 5, "alsoSecond"), new(4, 1, "low")], board.Top(10));
    }

    [Fact]
    public void Queries_OfAnUnknownMember_AnswerThatThereIsNone()
    {
        var board = new Leaderboard<string>();
        board.Increment("known");

        Assert.Null(board["ghost"]);
        Assert.Null(board.StandingOf("ghost", RankStyle.Dense));
        Assert.Null(board.ScoreOf("ghost"));
        Assert.Null(board.FractionalRankOf("ghost"));
        Assert.Null(board.PercentileOf("ghost"));
        Assert.Empty(board.Around("ghost", 3));
        Assert.False(board.Contains("ghost"));
        Assert.False(board.Remove("ghost"));
        Assert.Single(board);
    }

    [Fact]
    public void Queries_OfAnEmptyBoard_AnswerNothing()
    {
        var board = new Leaderboard<int>();

        Assert.Empty(board);
        Assert.Empty(board.Top(5));
        Assert.Empty(board.Page(3, int.MaxValue));
        Assert.Null(board.At(1));
        Assert.Equal(0, board.CountAtLeast(long.MinValue));
        Assert.Equal(0, board.KeepTop(0));
    }

    [Theory]
    [InlineData(1, long.MaxValue)]
    [InlineData(long.MaxValue, 1)]
    [InlineData(long.MinValue, -1)]
    public void Increment_BeyondTheRange_NamesMemberAndScoresAndChangesNothing(long score, long by)
    {
        var board = new Leaderboard<string>();
        board.Set("ann", score);
        board.Set("ben", score);
        var before = board.Top(2);

        var error = Assert.Throws<OverflowException>(() => board.Increment("ann", by));

        Assert.Contains("ann", error.Message, StringComparison.Ordinal);
        Assert.Contains(score.ToString(System.Globalization.CultureInfo.InvariantCulture), error.Message, StringComparison.Ordinal);
        Assert.Equal(before, board.Top(2));
    }

    [Fact]
    public void Decrement_BeyondTheRange_StopsAtAFloorAndOverflowsWithout()
    {
        var board = new Leaderboard<string>();
        board.Set("ann", -10);

        Assert.Throws<OverflowException>(() => board.Decrement("ann", long.MaxValue));
        Assert.Equal(new ScoreChange(WriteOutcome.Changed, -10, -20), board.Decrement("ann", long.MaxValue, floor: -20));
        Assert.Equal(new ScoreChange(WriteOutcome.Unchanged, -20, -20), board.Decrement("ann", floor: 0));
    }

    [Fact]
    public void SetIfBetter_OnAnAscendingBoard_TakesTheLower()
    {
        var board = new Leaderboard<string>(new LeaderboardOptions { Order = ScoreOrder.Ascending });

        Assert.Equal(WriteOutcome.Added, board.SetIfBetter("ann", 61).Outcome);
        Assert.Equal(new ScoreChange(WriteOutcome.Unchanged, 61, 61), board.SetIfBetter("ann", 70));
        Assert.Equal(new ScoreChange(WriteOutcome.Changed, 61, 59), board.SetIfBetter("ann", 59));
    }

    [Theory]
    [InlineData(-1, 5, "skip")]
    [InlineData(5, -1, "take")]
    public void Page_WithANegativeBound_NamesIt(int skip, int take, string bound)
    {
        var error = Assert.Throws<ArgumentException>(() => new Leaderboard<string>().Page(skip, take));

        Assert.Equal(bound, error.ParamName);
        Assert.Contains("-1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Queries_WithABadBound_NameIt()
    {
        var board = new Leaderboard<string>();

        Assert.Equal("n", Assert.Throws<ArgumentException>(() => board.Top(-1)).ParamName);
        Assert.Equal("n", Assert.Throws<ArgumentException>(() => board.KeepTop(-1)).ParamName);
        Assert.Equal("place", Assert.Throws<ArgumentException>(() => board.At(0)).ParamName);
        Assert.Equal("radius", Assert.Throws<ArgumentException>(() => board.Around("ann", -1)).ParamName);
        Assert.Equal("low", Assert.Throws<ArgumentException>(() => board.CountBetween(2, 1)).ParamName);
        Assert.Equal("by", Assert.Throws<ArgumentException>(() => board.Decrement("ann", -1)).ParamName);
        Assert.Equal("ranking", Assert.Throws<ArgumentOutOfRangeException>(() => board.Top(1, (RankStyle)9)).ParamName);
        Assert.Equal("id", Assert.Throws<ArgumentNullException>(() => board.Increment(null!)).ParamName);
        Assert.Empty(board);
    }

    [Fact]
    public void Around_WithTheLargestRadius_IsTheWholeBoard()
    {
        var board = new Leaderboard<int>();
        for (var id = 0; id < 10; id++)
            board.Set(id, id);

        Assert.Equal(board.Top(10), board.Around(0, int.MaxValue));
    }

    [Fact]
    public void Constructor_WithAnUnknownOption_NamesIt()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new Leaderboard<string>(new LeaderboardOptions { Ties = (TieOrder)7 }));

        Assert.Contains("Ties", error.ParamName, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_WithTiesByIdOfATypeWithoutOrder_AsksForOne()
    {
        var options = new LeaderboardOptions { Ties = TieOrder.ById };

        Assert.Equal("idOrder", Assert.Throws<ArgumentException>(() => new Leaderboard<object>(options)).ParamName);

        var board = new Leaderboard<object>(options, idOrder: Comparer<object>.Create((left, right) => string.CompareOrdinal($"{left}", $"{right}")));
        board.Increment(2);
        board.Increment(1);
        Assert.Equal([1, 2], board.Select(standing => standing.Id));
    }

    [Fact]
    public void TiesById_WhereTheComparerCallsIdsEqual_StandEarliestFirst()
    {
        var board = new Leaderboard<string>(new LeaderboardOptions { Ties = TieOrder.ById }, idOrder: StringComparer.OrdinalIgnoreCase);
        foreach (var id in (string[])["b", "A", "B", "a"])
            board.Increment(id);

        Assert.Equal(["A", "a", "b", "B"], board.Select(standing => standing.Id));
        Assert.True(board.Remove("A"));
        Assert.Equal(["a", "b", "B"], board.Select(standing => standing.Id));
    }

    [Fact]
    public void SameId_WhenGiven_DecidesWhoIsTheSameMember()
    {
        var board = new Leaderboard<string>(sameId: StringComparer.OrdinalIgnoreCase);
        board.Increment("Ann");

        Assert.Equal(2, board.Increment("ANN").After);
        Assert.Equal("Ann", board["ann"]?.Id);
    }

    [Fact]
    public void Listing_AfterAWrite_StaysAsItWas()
    {
        var board = new Leaderboard<string>();
        board.Increment("ann");
        var top = board.Top(1);

        board.Increment("ann");

        Assert.Equal(1, top[0].Score);
    }

    [Fact]
    public void Enumeration_WithAWriteInIt_Fails()
    {
        var board = new Leaderboard<string>();
        board.Increment("ann");
        board.Increment("ben");

        Assert.Throws<InvalidOperationException>(() =>
        {
            foreach (var standing in board)
                board.Increment(standing.Id);
        });
    }

    [Fact]
    public void Enumeration_OverSeveralPages_RanksAsOneListing()
    {
        var board = new Leaderboard<int>();
        for (var id = 0; id < 1000; id++)
            board.Set(id, id / 300);

        Assert.Equal(board.Top(1000), board);
    }
}
