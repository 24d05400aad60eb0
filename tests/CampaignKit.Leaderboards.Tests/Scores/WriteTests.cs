namespace CampaignKit.Leaderboards.Tests;

public class WriteTests
{
    private static readonly LeaderboardOptions Pairs = new() { Ties = TieOrder.BySecondScore };

    [Fact]
    public void SetIfBetter_WithAPair_NeverMixesTwoRuns()
    {
        var board = new Leaderboard<string>(Pairs);
        board.SetIfBetter("ann", 100, 5);

        Assert.Equal(WriteOutcome.Unchanged, board.SetIfBetter("ann", 90, 9).Outcome);
        Assert.Equal((100, 5), (board["ann"]!.Value.Score, board["ann"]!.Value.Second));

        Assert.Equal(WriteOutcome.Changed, board.SetIfBetter("ann", 110, 1).Outcome);
        Assert.Equal((110, 1), (board["ann"]!.Value.Score, board["ann"]!.Value.Second));

        Assert.Equal(new ScoreChange(WriteOutcome.Changed, 110, 110), board.SetIfBetter("ann", 110, 2));
        Assert.Equal((110, 2), (board["ann"]!.Value.Score, board["ann"]!.Value.Second));
    }

    [Fact]
    public void SecondScore_InItsOwnDirection_BreaksTiesThenEarliest()
    {
        var board = new Leaderboard<string>(Pairs with { SecondOrder = ScoreOrder.Ascending });
        board.Set("slow", 10, 61);
        board.Set("fast", 10, 48);
        board.Set("alsoFast", 10, 48);
        board.Set("best", 11, 99);

        Assert.Equal([("best", 1), ("fast", 2), ("alsoFast", 2), ("slow", 4)], board.Select(standing => (standing.Id, standing.Rank)));
        Assert.Equal([1, 2, 2, 3], board.Top(4, RankStyle.Dense).Select(standing => standing.Rank));
    }

    [Fact]
    public void SecondScore_ThatDoesNotRank_OrdersWithinASharedRank()
    {
        var board = new Leaderboard<string>(Pairs with { RanksBySecondScore = false });
        board.Set("fewer", 10, 1);
        board.Set("more", 10, 2);

        Assert.Equal([("more", 1), ("fewer", 1)], board.Select(standing => (standing.Id, standing.Rank)));
    }

    [Fact]
    public void Increment_OfBoth_OverflowsAsAWhole()
    {
        var board = new Leaderboard<string>(Pairs);
        board.Set("ann", 1, long.MaxValue);

        var error = Assert.Throws<OverflowException>(() => board.Increment("ann", by: 1, secondBy: 1));

        Assert.Contains("ann", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, board.ScoreOf("ann"));
    }

    [Fact]
    public void Writes_WithTheWrongNumberOfScores_AreRefused()
    {
        var (one, two) = (new Leaderboard<string>(), new Leaderboard<string>(Pairs));

        Assert.Throws<InvalidOperationException>(() => one.Set("ann", 1, 2));
        Assert.Throws<InvalidOperationException>(() => one.SetIfBetter("ann", 1, 2));
        Assert.Throws<InvalidOperationException>(() => one.Increment("ann", 1, secondBy: 2));
        Assert.Throws<InvalidOperationException>(() => one.Load([("ann", 1L, 2L)]));
        Assert.Throws<InvalidOperationException>(() => two.Set("ann", 1));
        Assert.Throws<InvalidOperationException>(() => two.SetIfBetter("ann", 1));
        Assert.Throws<InvalidOperationException>(() => two.Load([("ann", 1L)]));
        Assert.Empty(one);
        Assert.Empty(two);
    }

    [Fact]
    public void WriteIf_PresentAndAbsent_UpdateAndCreate()
    {
        var board = new Leaderboard<string>();

        Assert.Equal(new ScoreChange(WriteOutcome.Skipped, null, null), board.Increment("ann", onlyIf: WriteIf.Present));
        Assert.Equal(WriteOutcome.Added, board.Set("ann", 5, WriteIf.Absent).Outcome);
        Assert.Equal(new ScoreChange(WriteOutcome.Skipped, 5, 5), board.Set("ann", 6, WriteIf.Absent));
        Assert.Equal(WriteOutcome.Changed, board.SetIfBetter("ann", 6, WriteIf.Present).Outcome);
    }

    [Fact]
    public void WriteIf_Newer_IgnoresWhatComesLateOrTwice()
    {
        var board = new Leaderboard<string>(new LeaderboardOptions { KeepsRevisions = true });
        board.Set("ann", 5, WriteIf.Newer(20));

        Assert.Equal(new ScoreChange(WriteOutcome.Stale, 5, 5), board.Set("ann", 4, WriteIf.Newer(10)));
        Assert.Equal(new ScoreChange(WriteOutcome.Stale, 5, 5), board.Increment("ann", 1, WriteIf.Newer(20)));
        Assert.Equal(new ScoreChange(WriteOutcome.Unchanged, 5, 5), board.Set("ann", 5, WriteIf.Newer(30)));
        Assert.Equal(WriteOutcome.Stale, board.Set("ann", 6, WriteIf.Newer(25)).Outcome);
        Assert.Equal(WriteOutcome.Changed, board.Increment("ann").Outcome);
        Assert.Equal(WriteOutcome.Stale, board.Set("ann", 7, WriteIf.Newer(30)).Outcome);
        Assert.Equal(WriteOutcome.Skipped, board.Set("ben", 7, WriteIf.Present.AndNewer(1)).Outcome);
    }

    [Fact]
    public void WriteIf_NewerOnABoardWithoutRevisions_SaysWhichOptionItNeeds()
    {
        var error = Assert.Throws<InvalidOperationException>(() => new Leaderboard<string>().Set("ann", 1, WriteIf.Newer(1)));

        Assert.Contains(nameof(LeaderboardOptions.KeepsRevisions), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unchanged_InATie_KeepsItsPlace()
    {
        var board = new Leaderboard<string>(new LeaderboardOptions { KeepsRevisions = true });
        board.Set("ann", 5);
        board.Set("ben", 5);

        board.Set("ann", 5, WriteIf.Newer(1));
        board.Increment("ann", 0);
        board.SetIfBetter("ann", 4);

        Assert.Equal("ann", board.At(1)?.Id);
    }

    [Fact]
    public void Hide_OfAMember_KeepsItsScoreAndTakesItsRank()
    {
        var board = new Leaderboard<string>();
        board.Load([("ann", 9), ("ben", 5), ("cat", 5)]);

        Assert.True(board.Hide("ann"));
        Assert.False(board.Hide("ann"));
        Assert.False(board.Hide("ghost"));
        board.Increment("ann");

        Assert.Null(board["ann"]);
        Assert.Empty(board.Around("ann", 1));
        Assert.Equal(10, board.ScoreOf("ann"));
        Assert.Equal((2, 1), (board.Count, board.UnrankedCount));
        Assert.Equal(1, board["ben"]?.Rank);
        Assert.Equal(["ann"], board.Hidden());

        Assert.True(board.Show("ann"));
        Assert.Equal(new Standing<string>(1, 10, "ann"), board["ann"]);
    }

    [Fact]
    public void Zero_LeftUnranked_RanksOnceItIsAnother()
    {
        var board = new Leaderboard<string>(new LeaderboardOptions { LeavesZeroUnranked = true, Order = ScoreOrder.Ascending });
        board.Set("ann", 0);
        board.Set("ben", 61);

        Assert.Null(board["ann"]);
        Assert.Equal(0, board.ScoreOf("ann"));
        Assert.Equal(new ScoreChange(WriteOutcome.Changed, 0, 59), board.Set("ann", 59));
        Assert.Equal(1, board["ann"]?.Rank);
        Assert.Equal(WriteOutcome.Changed, board.Set("ben", 0).Outcome);
        Assert.Single(board);
    }

    [Fact]
    public void Load_WithAnIdTwice_NamesItAndChangesNothing()
    {
        var board = new Leaderboard<string>();
        board.Load([("ann", 1), ("ben", 1)]);

        var error = Assert.Throws<ArgumentException>(() => board.Load([("cat", 3), ("dan", 4), ("cat", 5)]));
        Assert.Throws<ArgumentNullException>(() => board.Load([("cat", 3), (null!, 4)]));

        Assert.Contains("cat", error.Message, StringComparison.Ordinal);
        Assert.Equal(["ann", "ben"], board.Select(standing => standing.Id));
    }

    [Fact]
    public void Load_FromTheBoardItself_RenewsIt()
    {
        var board = new Leaderboard<int>();
        board.Load(Enumerable.Range(0, 1000).Select(id => (id, (long)(id % 7))));
        var before = board.Top(1000);

        board.Load(board.Select(standing => (standing.Id, standing.Score)));

        Assert.Equal(before, board);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(100.1)]
    [InlineData(double.NaN)]
    public void AtPercentile_BeyondTheScale_NamesIt(double percent) =>
        Assert.Equal("percent", Assert.Throws<ArgumentOutOfRangeException>(() => new Leaderboard<int>().AtPercentile(percent)).ParamName);

    [Fact]
    public void AtPercentile_OfADecimal_IsExact()
    {
        var board = new Leaderboard<int>();
        board.Load(Enumerable.Range(1, 1000).Select(id => (id, (long)id)));

        // As floating point, 16.1 * 1000 / 100 is a little above 161.
        Assert.Equal(161, board.AtPercentile(16.1)?.Id);
        Assert.Equal(1, board.AtPercentile(0)?.Id);
        Assert.Equal(1000, board.AtPercentile(100)?.Id);
    }

    [Fact]
    public void AtPercentile_OfAllDigits_TakesEachOfThem()
    {
        var board = new Leaderboard<int>();
        board.Load(Enumerable.Range(1, 3).Select(id => (id, (long)id)));

        // 33.333333333333336, which one of three does not reach; fifteen digits of it would be less than a third.
        Assert.Equal(2, board.AtPercentile(100.0 / 3)?.Id);
        Assert.Equal(1, board.AtPercentile(33.33333333333333)?.Id);
        Assert.Equal(1, board.AtPercentile(double.Epsilon)?.Id);
        Assert.Equal(1, board.AtPercentile(-0.0)?.Id);
    }

    [Fact]
    public void Among_WithoutIds_NamesThem() =>
        Assert.Equal("ids", Assert.Throws<ArgumentNullException>(() => new Leaderboard<string>().Among(null!)).ParamName);
}
