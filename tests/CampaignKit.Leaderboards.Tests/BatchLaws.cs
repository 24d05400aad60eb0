namespace CampaignKit.Leaderboards.Tests;

/// <summary>Many members at once answer as one after the other, whatever the ids.</summary>
public class BatchLaws
{
    [Property(MaxTest = 300, Arbitrary = [typeof(BoardGenerators)])]
    public void IncrementMany_OfAnyMembers_DoesAsOneByOneOrNothing(LeaderboardOptions options, Operation[] operations, Operation.Increment[] batch)
    {
        var (single, many, untouched) = (After(options, operations), After(options, operations), After(options, operations));
        string[] ids = [.. batch.Select(increment => increment.Id)];
        long[] amounts = [.. batch.Select(increment => increment.By)];

        if (batch.Select(increment => increment.ApplyTo(single)).ToList().Contains(nameof(OverflowException)))
        {
            Assert.Throws<OverflowException>(() => many.IncrementMany(ids, amounts));
            Assert.Equal(untouched.ToList(), many);
            Assert.Equal(ids.Select(untouched.ScoreOf), ids.Select(many.ScoreOf));
            return;
        }

        many.IncrementMany(ids, amounts);
        Assert.Equal(single.ToList(), many);
        Assert.Equal(ids.Select(single.ScoreOf), ids.Select(many.ScoreOf));
        Assert.Equal(single.UnrankedCount, many.UnrankedCount);
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(BoardGenerators)])]
    public void RanksOf_AnyMembers_AreTheirRanks(LeaderboardOptions options, Operation[] operations, RankStyle style)
    {
        var board = After(options, operations);
        string[] ids = ["a", "B", "b", "nobody", "ä", "C", "c1", "c10", "c2", "a"];
        var ranks = new int[ids.Length];

        board.RanksOf(ids, ranks, style);

        Assert.Equal(ids.Select(id => board.StandingOf(id, style)?.Rank ?? 0), ranks);
    }

    [Fact]
    public void IncrementMany_OfAHiddenMember_FindsItsOverflow()
    {
        var board = new Leaderboard<string>();
        board.Set("ann", long.MaxValue - 1);
        board.Set("ben", 1);
        board.Hide("ann");

        Assert.Throws<OverflowException>(() => board.IncrementMany(["ben", "ann", "ann"]));
        Assert.Equal((1, long.MaxValue - 1), (board.ScoreOf("ben"), board.ScoreOf("ann")));
    }

    [Fact]
    public void IncrementMany_WhereIdsAreTheSameMember_FindsTheirCommonOverflow()
    {
        var board = new Leaderboard<string>(sameId: StringComparer.OrdinalIgnoreCase);
        board.Set("ann", long.MaxValue - 1);

        Assert.Throws<OverflowException>(() => board.IncrementMany(["Ann", "ANN"]));
        Assert.Equal(long.MaxValue - 1, board.ScoreOf("ann"));
    }

    [Fact]
    public void Batches_WithABadArgument_NameItAndChangeNothing()
    {
        var board = new Leaderboard<string>();

        Assert.Equal("ids", Assert.Throws<ArgumentNullException>(() => board.IncrementMany(["ann", null!])).ParamName);
        Assert.Equal("by", Assert.Throws<ArgumentException>(() => board.IncrementMany(["ann", "ben"], [1])).ParamName);
        Assert.Equal("ranks", Assert.Throws<ArgumentException>(() => board.RanksOf(["ann", "ben"], new int[1])).ParamName);
        Assert.Empty(board);
    }

    private static Leaderboard<string> After(LeaderboardOptions options, Operation[] operations)
    {
        var board = new Leaderboard<string>(options);
        foreach (var operation in operations)
            operation.ApplyTo(board);
        return board;
    }
}
