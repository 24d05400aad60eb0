namespace CampaignKit.Leaderboards.Tests;

public class ConcurrentLeaderboardTests
{
    private const int Members = 200;
    private const int Moves = 5_000;
    private const int Kinds = 7;

    /// <summary>The member who never leaves.</summary>
    private const int Anchor = 0;

    /// <summary>Beyond what logs by score take.</summary>
    private const long Large = 1L << 40;

    /// <summary>Where the order of members is kept: scores that fit logs, scores that need a tree, and a move from the one to the other half-way.</summary>
    public enum Order
    {
        Logs,
        Tree,
        FromLogsToTree,
    }

    [Theory]
    [InlineData(Order.Logs)]
    [InlineData(Order.Tree)]
    [InlineData(Order.FromLogsToTree)]
    public Task Readers_WhileAWriterMovesNumbers_SeeOneMoment(Order order) => AssertMoments(order, id => id, SnapshotKeys.Ints);

    [Theory]
    [InlineData(Order.Logs)]
    [InlineData(Order.Tree)]
    [InlineData(Order.FromLogsToTree)]
    public Task Readers_WhileAWriterMovesTexts_SeeOneMoment(Order order) =>
        AssertMoments(order, id => id % 2 == 0 ? $"p-{id}" : $"participant-of-the-spring-campaign-{id}", SnapshotKeys.Texts);

    [Fact]
    public async Task Writers_FromManyThreads_LoseNoWrite()
    {
        using var board = new ConcurrentLeaderboard<string>();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (var write = 0; write < 5_000; write++)
                board.Increment("ann");
        })));

        Assert.Equal(20_000, board["ann"]?.Score);
    }

    [Fact]
    public void Calls_OfEveryKind_AreThoseOfTheBoard()
    {
        using var board = new ConcurrentLeaderboard<string>(new LeaderboardOptions { Ranking = RankStyle.Ordinal });

        Assert.Equal(WriteOutcome.Added, board.Set("ann", 5).Outcome);
        Assert.Equal(WriteOutcome.Added, board.SetIfBetter("ben", 5).Outcome);
        Assert.Equal(2, board.Count);
        Assert.Equal(1, board.StandingOf("ben", RankStyle.Competition)?.Rank);
        Assert.Equal(["ben"], board.Page(1, 1).Select(standing => standing.Id));
        Assert.Equal(2, board.Freeze().Count);

        using var stream = new MemoryStream();
        board.Save(stream, SnapshotKeys.Texts);
        stream.Position = 0;
        Assert.True(board.Remove("ann"));
        board.Write(all => all.Restore(stream, SnapshotKeys.Texts));
        Assert.Equal(1, board["ann"]?.Rank);
    }

    [Fact]
    public void Read_OfABoard_GivesNoneToWriteTo()
    {
        using var board = new ConcurrentLeaderboard<string>();
        board.Set("ann", 5);

        Assert.Equal(5, board.Read(all => all.ScoreOf("ann")));
        Assert.False(board.Read(all => all is Leaderboard<string>));
    }

    [Fact]
    public void Write_ThatFails_GivesTheBoardFree()
    {
        using var board = new ConcurrentLeaderboard<string>();
        board.Set("ann", long.MaxValue);

        Assert.Throws<OverflowException>(() => board.Increment("ann"));
        Assert.Throws<ArgumentException>(() => board.Top(-1));

        Assert.Equal(WriteOutcome.Changed, board.Set("ann", 1).Outcome);
    }

    /// <summary>
    /// A writer moves points between members, takes members off and puts others of the same score on; in between the board has as many members and
    /// points as it had. Readers ask everything that a board answers, and see only what is in between.
    /// </summary>
    private static async Task AssertMoments<TKey>(Order order, Func<int, TKey> idOf, ISnapshotKeys<TKey> keys)
        where TKey : notnull
    {
        using var board = new ConcurrentLeaderboard<TKey>();
        var least = order == Order.Tree ? Large : 1_000;
        board.Write(all => all.Load(Enumerable.Range(0, Members).Select(id => (idOf(id), least))));
        using var start = new Barrier(3);
        var isWritten = false;

        var writer = Task.Run(() =>
        {
            start.SignalAndWait();
            try
            {
                var random = new Random(1);
                var present = Enumerable.Range(0, Members).ToArray();
                for (var move = 0; move < Moves; move++)
                {
                    var (from, to) = (idOf(present[random.Next(Members)]), idOf(present[random.Next(Members)]));
                    var leaving = random.Next(1, Members);
                    var coming = move % 10 == 0 ? Members + move : present[leaving];
                    var far = order == Order.FromLogsToTree && move >= Moves / 2 ? Large : 1;
                    board.Write(all =>
                    {
                        all.Increment(from, -far);
                        all.Increment(to, far);
                        var score = all.ScoreOf(idOf(present[leaving]))!.Value;
                        all.Remove(idOf(present[leaving]));
                        all.Set(idOf(coming), score);

                        // The one who never leaves is gone for a moment too.
                        score = all.ScoreOf(idOf(Anchor))!.Value;
                        all.Remove(idOf(Anchor));
                        all.Set(idOf(Anchor), score);
                    });
                    present[leaving] = coming;
                }
            }
            finally
            {
                Volatile.Write(ref isWritten, true);
            }
        });
        var readers = Enumerable.Range(0, 2).Select(reader => Task.Run(() =>
        {
            start.SignalAndWait();
            for (var round = reader; round < reader + Kinds || !Volatile.Read(ref isWritten); round++)
                AssertMoment(board, Members * least, round, idOf(Anchor), keys);
        })).ToArray();

        await writer;
        await Task.WhenAll(readers);
        AssertMoment(board, Members * least, 0, idOf(Anchor), keys);
    }

    private static void AssertMoment<TKey>(ConcurrentLeaderboard<TKey> board, long points, int round, TKey anchor, ISnapshotKeys<TKey> keys)
        where TKey : notnull
    {
        switch (round % Kinds)
        {
            case 0:
                AssertWhole(board.Top(Members), points);
                break;
            case 1:
                AssertWhole(board.Read(all => all.ToList()), points);
                var place = (round % Members) + 1;
                var (at, again) = board.Read(all => (all.At(place, RankStyle.Ordinal), all.StandingOf(all.At(place)!.Value.Id, RankStyle.Ordinal)));
                Assert.Equal(at, again);
                break;
            case 2:
                var ids = board.Top(Members).Select(standing => standing.Id).ToArray();
                var ranks = new int[Members];
                board.RanksOf(ids, ranks, RankStyle.Ordinal);

                // Who left since has no rank; the others have one each.
                Assert.Equal(ranks.Count(rank => rank > 0), ranks.Where(rank => rank > 0).Distinct().Count());
                Assert.All(ranks, rank => Assert.InRange(rank, 0, Members));
                break;
            case 3:
                AssertWhole([.. board.Freeze()], points);
                break;
            case 4:
                AssertWhole(board.Page(0, Members), points);
                var skip = round % (Members - 50);
                AssertConsecutive(board.Page(skip, 50, RankStyle.Ordinal), skip + 1, 50);
                break;
            case 5:
                for (var question = 0; question < Members; question++)
                {
                    Assert.Equal(Members, board.Count);
                    Assert.InRange(board[anchor]!.Value.Rank, 1, Members);
                    Assert.InRange(board.StandingOf(anchor, RankStyle.Ordinal)!.Value.Rank, 1, Members);
                    var near = board.Around(anchor, radius: 10, RankStyle.Ordinal);
                    Assert.Contains(near, standing => standing.Id.Equals(anchor));
                    AssertConsecutive(near, near[0].Rank, 21);
                }

                break;
            default:
                using (var stream = new MemoryStream())
                {
                    board.Save(stream, keys);
                    stream.Position = 0;
                    var restored = new Leaderboard<TKey>();
                    restored.Restore(stream, keys);
                    AssertWhole([.. restored], points);
                }

                break;
        }
    }

    private static void AssertWhole<TKey>(IReadOnlyList<Standing<TKey>> page, long points)
        where TKey : notnull
    {
        Assert.Equal(Members, page.Select(standing => standing.Id).Distinct().Count());
        Assert.Equal(points, page.Sum(standing => standing.Score));
        for (var at = 1; at < page.Count; at++)
            Assert.True(page[at - 1].Score >= page[at].Score, "Better scores stand first.");
    }

    private static void AssertConsecutive<TKey>(IReadOnlyList<Standing<TKey>> page, int first, int count)
        where TKey : notnull
    {
        Assert.Equal(Enumerable.Range(first, count), page.Select(standing => standing.Rank));
        Assert.Equal(count, page.Select(standing => standing.Id).Distinct().Count());
        Assert.Equal(page.Select(standing => standing.Score).OrderDescending(), page.Select(standing => standing.Score));
    }
}
