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
}
