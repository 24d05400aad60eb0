namespace CampaignKit.Leaderboards.Tests;

public class LargeBoardTests
{
    public static TheoryData<ScoreOrder, TieOrder, int> Boards
    {
        get
        {
            var boards = new TheoryData<ScoreOrder, TieOrder, int>();
            foreach (var order in Enum.GetValues<ScoreOrder>())
            {
                foreach (var ties in (TieOrder[])[TieOrder.EarliestFirst, TieOrder.LatestFirst, TieOrder.ById])
                {
                    boards.Add(order, ties, 5);
                    boards.Add(order, ties, 100_000);
                }
            }

            return boards;
        }
    }

    [Theory]
    [MemberData(nameof(Boards))]
    public void Board_AfterAHundredThousandWrites_StandsAsASortSays(ScoreOrder order, TieOrder ties, int spread)
    {
        var board = new Leaderboard<int>(new LeaderboardOptions { Order = order, Ties = ties });
        var held = new Dictionary<int, (long Score, int Reached)>();
        var random = new Random(spread);

        for (var write = 0; write < 100_000; write++)
        {
            var id = random.Next(20_000);
            if (random.Next(4) == 0)
            {
                Assert.Equal(held.Remove(id), board.Remove(id));
                continue;
            }

            long by = random.Next(-spread, spread + 1);
            var before = held.TryGetValue(id, out var at) ? at.Score : 0;
            if (!held.ContainsKey(id) || by != 0)
                held[id] = (before + by, write);
            Assert.Equal(before + by, board.Increment(id, by).After);
        }

        var sorted = Sorted(held, order, ties);
        Assert.Equal(sorted.Select(member => (member.Key, member.Value.Score)), board.Select(standing => (standing.Id, standing.Score)));
        AssertRanks(board, [.. sorted.Select(member => (member.Key, member.Value.Score))]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void SecondScores_AfterAHundredThousandWrites_StandAsASortSays(bool ranksBySecond)
    {
        var board = new Leaderboard<int>(new LeaderboardOptions { Ties = TieOrder.BySecondScore, RanksBySecondScore = ranksBySecond });
        var held = new Dictionary<int, (long Score, long Second, int Reached)>();
        var random = new Random(11);
        for (var write = 0; write < 100_000; write++)
        {
            var id = random.Next(5_000);
            if (random.Next(5) == 0)
            {
                Assert.Equal(held.Remove(id), board.Remove(id));
                continue;
            }

            var (score, second) = (random.Next(40), random.Next(20));
            if (!held.TryGetValue(id, out var before) || (before.Score, before.Second) != (score, second))
                held[id] = (score, second, write);
            board.Set(id, score, second);
        }

        var sorted = held.OrderByDescending(member => member.Value.Score).ThenByDescending(member => member.Value.Second).ThenBy(member => member.Value.Reached);
        List<(int Id, (long, long) Tie)> ties = [.. sorted.Select(member => (member.Key, (member.Value.Score, ranksBySecond ? member.Value.Second : 0)))];
        Assert.Equal(ties.Select(member => member.Id), board.Select(standing => standing.Id));
        var sizes = ties.GroupBy(member => member.Tie).ToDictionary(tie => tie.Key, tie => tie.Count());
        var (competition, dense) = (1, 0);
        for (var at = 0; at < ties.Count; at++)
        {
            if (at == 0 || ties[at].Tie != ties[at - 1].Tie)
                (competition, dense) = (at + 1, dense + 1);
            Assert.Equal(at + 1, board.StandingOf(ties[at].Id, RankStyle.Ordinal)?.Rank);
            Assert.Equal(competition, board.StandingOf(ties[at].Id, RankStyle.Competition)?.Rank);
            Assert.Equal(competition + sizes[ties[at].Tie] - 1, board.StandingOf(ties[at].Id, RankStyle.ModifiedCompetition)?.Rank);
            Assert.Equal(dense, board.StandingOf(ties[at].Id, RankStyle.Dense)?.Rank);
        }
    }

    [Fact]
    public void Questions_OnALargerBoard_DoNotAllocateByItsSize()
    {
        var (small, large) = (Filled(1_000), Filled(50_000));
        AllocatedByQuestions(small);
        AllocatedByQuestions(large);

        // Not equal: the runtime adds or saves a little of its own while it warms up. What grew with the board would be fifty-fold.
        var allowed = 2 * AllocatedByQuestions(small);
        Assert.InRange(AllocatedByQuestions(large), 0, allowed);
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(100_000)]
    public void Increment_AtAnySize_AllocatesNoMoreThanItsShareOfANode(int members)
    {
        var board = Filled(members);
        var random = new Random(members);
        const int Writes = 20_000;

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var write = 0; write < Writes; write++)
            board.Increment(random.Next(members));
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / Writes;

        Assert.InRange(each, 0, 100);
    }

    private static long AllocatedByQuestions(Leaderboard<int> board)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var id = 0; id < 500; id++)
        {
            foreach (var style in (ReadOnlySpan<RankStyle>)[RankStyle.Ordinal, RankStyle.Competition, RankStyle.ModifiedCompetition, RankStyle.Dense])
                _ = board.StandingOf(id, style);
            _ = board.At(id + 1);
            _ = board.PercentileOf(id);
            _ = board.CountAtLeast(id);
            _ = board.Top(20);
            _ = board.Around(id, 5);
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static Leaderboard<int> Filled(int members)
    {
        var board = new Leaderboard<int>();
        var random = new Random(1);
        for (var id = 0; id < members; id++)
            board.Set(id, random.Next(200));
        return board;
    }

    private static List<KeyValuePair<int, (long Score, int Reached)>> Sorted(
        Dictionary<int, (long Score, int Reached)> held, ScoreOrder order, TieOrder ties)
    {
        var byScore = order == ScoreOrder.Descending ? held.OrderByDescending(member => member.Value.Score) : held.OrderBy(member => member.Value.Score);
        return [.. ties switch
        {
            TieOrder.EarliestFirst => byScore.ThenBy(member => member.Value.Reached),
            TieOrder.LatestFirst => byScore.ThenByDescending(member => member.Value.Reached),
            _ => byScore.ThenBy(member => member.Key),
        }];
    }

    private static void AssertRanks(Leaderboard<int> board, List<(int Id, long Score)> sorted)
    {
        var sizes = sorted.GroupBy(member => member.Score).ToDictionary(tie => tie.Key, tie => tie.Count());
        var (competition, dense) = (1, 0);
        for (var index = 0; index < sorted.Count; index++)
        {
            var (id, score) = sorted[index];
            if (index == 0 || score != sorted[index - 1].Score)
                (competition, dense) = (index + 1, dense + 1);

            Assert.Equal(index + 1, board.StandingOf(id, RankStyle.Ordinal)?.Rank);
            Assert.Equal(competition, board.StandingOf(id, RankStyle.Competition)?.Rank);
            Assert.Equal(competition + sizes[score] - 1, board.StandingOf(id, RankStyle.ModifiedCompetition)?.Rank);
            Assert.Equal(dense, board.StandingOf(id, RankStyle.Dense)?.Rank);
            Assert.Equal(id, board.At(index + 1)?.Id);
        }
    }

    [Fact]
    public void Load_OfABoardInLogs_LeavesItInLogs()
    {
        var board = ManySharing();
        var members = board.Select(standing => (standing.Id, standing.Score)).ToList();
        Assert.True(board.IsInLogs);

        var counted = new Leaderboard<int>();
        counted.Load(members);
        var uncounted = new Leaderboard<int>();
        uncounted.Load(members.Where(member => member.Score >= 0));

        Assert.True(counted.IsInLogs);
        Assert.True(uncounted.IsInLogs);
        Assert.Equal(board, counted);
        Assert.Equal(board, uncounted);
    }

    [Fact]
    public void Load_OfMembersMostOfWhomHaveNoRank_IsJudgedByTheOthersAfterwards()
    {
        var board = new Leaderboard<int>(new LeaderboardOptions { LeavesZeroUnranked = true });
        board.Load(Enumerable.Range(0, 30_000).Select(id => (id, id == 0 ? 100_000L : 0)).ToList());
        Assert.True(board.IsInLogs);

        board.Increment(0);

        Assert.False(board.IsInLogs);
        Assert.Equal(1, board[0]?.Rank);
    }

    [Fact]
    public void Restore_OfABoardInLogs_LeavesItInLogs()
    {
        var board = ManySharing();
        using var stream = new MemoryStream();
        board.Save(stream, SnapshotKeys.Ints);
        stream.Position = 0;

        var restored = new Leaderboard<int>();
        restored.Restore(stream, SnapshotKeys.Ints);

        Assert.True(restored.IsInLogs);
        Assert.Equal(board, restored);
    }

    [Theory]
    [InlineData(TieOrder.EarliestFirst)]
    [InlineData(TieOrder.LatestFirst)]
    [InlineData(TieOrder.ById)]
    public void SaveAndKeepTop_OfManyInATie_KeepTheirOrder(TieOrder ties)
    {
        const int Members = 20_000;
        var board = new Leaderboard<int>(new LeaderboardOptions { Ties = ties });
        board.Load(Enumerable.Range(0, Members).Select(id => ((id * 7919) % Members, id % 3L)));
        var listing = board.ToList();
        using var stream = new MemoryStream();
        board.Save(stream, SnapshotKeys.Ints);
        stream.Position = 0;

        var restored = new Leaderboard<int>(new LeaderboardOptions { Ties = ties });
        restored.Restore(stream, SnapshotKeys.Ints);
        Assert.Equal(listing, restored);

        Assert.Equal(Members - 1_001, restored.KeepTop(1_001));
        Assert.Equal(listing.Take(1_001), restored);
        Assert.Equal(0, restored.KeepTop(1_001));
    }

    [Theory]
    [InlineData(1, 50)]
    [InlineData(4, 1_000_000)]
    public void SecondScores_OfManyInATie_PartThemAsASortSays(int scores, int seconds)
    {
        const int Members = 12_000;
        var board = new Leaderboard<int>(new LeaderboardOptions { Ties = TieOrder.BySecondScore, SecondOrder = ScoreOrder.Ascending });
        var held = new Dictionary<int, (long Score, long Second, int Reached)>();
        var random = new Random(scores);
        for (var write = 0; write < 3 * Members; write++)
        {
            var (id, score, second) = (random.Next(Members), random.Next(scores), random.Next(seconds));
            if (random.Next(4) == 0)
            {
                Assert.Equal(held.Remove(id), board.Remove(id));
            }
            else if (board.Set(id, score, second).Outcome != WriteOutcome.Unchanged || held[id].Second != second)
            {
                held[id] = (score, second, write);
            }
        }

        var sorted = held.OrderByDescending(member => member.Value.Score).ThenBy(member => member.Value.Second).ThenBy(member => member.Value.Reached).ToList();
        Assert.Equal(sorted.Select(member => member.Key), board.Select(standing => standing.Id));

        var (first, pairs) = (0, 0);
        for (var place = 0; place < sorted.Count; place++)
        {
            var (id, (score, second, _)) = sorted[place];
            if (place == 0 || (sorted[place - 1].Value.Score, sorted[place - 1].Value.Second) != (score, second))
                (first, pairs) = (place, pairs + 1);
            Assert.Equal(first + 1, board.StandingOf(id, RankStyle.Competition)?.Rank);
            Assert.Equal(pairs, board.StandingOf(id, RankStyle.Dense)?.Rank);
            Assert.Equal(place + 1, board.StandingOf(id, RankStyle.Ordinal)?.Rank);
        }
    }

    /// <summary>A board of scores beyond those that a small board would keep in logs, grown as a campaign grows.</summary>
    private static Leaderboard<int> ManySharing()
    {
        const int Members = 300_000;
        var random = new Random(3);
        var board = new Leaderboard<int>();
        for (var id = 0; id < Members; id++)
            board.Set(id, 0);
        for (var id = 0; id < Members; id++)
            board.Set(id, random.Next(12_000));
        return board;
    }
}
