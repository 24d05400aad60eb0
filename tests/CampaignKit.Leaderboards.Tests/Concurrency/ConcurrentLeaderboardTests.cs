namespace CampaignKit.Leaderboards.Tests;

public class ConcurrentLeaderboardTests
{
    private const int Members = 200;
    private const int Moves = 5_000;

    [Fact]
    public async Task Readers_WhileAWriterMovesMembers_SeeEveryOneOnceAndNoPointLost()
    {
        using var board = new ConcurrentLeaderboard<int>();
        board.Write(all => all.Load(Enumerable.Range(0, Members).Select(id => (id, 100L))));
        using var start = new Barrier(3);
        var isWritten = false;

        var writer = Task.Run(() =>
        {
            start.SignalAndWait();
            var random = new Random(1);
            for (var move = 0; move < Moves; move++)
            {
                var (from, to) = (random.Next(Members), random.Next(Members));
                board.Write(all =>
                {
                    all.Increment(from, -1);
                    all.Increment(to);
                });
            }

            Volatile.Write(ref isWritten, true);
        });
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            start.SignalAndWait();
            var pages = 0;
            do
            {
                AssertWhole(board.Top(Members));
                var around = board.Around(pages % Members, radius: 10);
                Assert.Equal(21, around.Select(standing => standing.Id).Distinct().Count());
                Assert.Contains(around, standing => standing.Id == pages % Members);
                Assert.True(board.Read(all => all.StandingOf(0, RankStyle.Ordinal) == all.At(all.StandingOf(0, RankStyle.Ordinal)!.Value.Rank, RankStyle.Ordinal)));
                pages++;
            }
            while (!Volatile.Read(ref isWritten));

            return pages;
        })).ToArray();

        await writer;
        Assert.All(await Task.WhenAll(readers), pages => Assert.True(pages > 0));
        AssertWhole(board.Top(Members));
    }

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
    public void Write_ThatFails_GivesTheBoardFree()
    {
        using var board = new ConcurrentLeaderboard<string>();
        board.Set("ann", long.MaxValue);

        Assert.Throws<OverflowException>(() => board.Increment("ann"));
        Assert.Throws<ArgumentException>(() => board.Top(-1));

        Assert.Equal(WriteOutcome.Changed, board.Set("ann", 1).Outcome);
    }

    private static void AssertWhole(IReadOnlyList<Standing<int>> page)
    {
        Assert.Equal(Members, page.Select(standing => standing.Id).Distinct().Count());
        Assert.Equal(100L * Members, page.Sum(standing => standing.Score));
        for (var at = 1; at < page.Count; at++)
            Assert.True(page[at - 1].Score >= page[at].Score);
    }
}
