using FsCheck;

namespace CampaignKit.Leaderboards.Tests;

/// <summary>A board of numbers answers as a list does that is sorted for every question, and many at once as one after the other.</summary>
public class DenseLeaderboardLaws
{
    private static readonly RankStyle[] Styles = Enum.GetValues<RankStyle>();

    [Property(MaxTest = 500, Arbitrary = [typeof(DenseWrites)])]
    public void Writes_InAnySequence_AnswerAndOrderAsTheModel(ScoreOrder order, RankStyle ranking, TieOrder ties, DenseWrite[] writes)
    {
        if (ties is not (TieOrder.EarliestFirst or TieOrder.LatestFirst or TieOrder.ById))
            return;

        var board = new DenseLeaderboard(order, ranking, ties);
        var model = new SortedListModel(new LeaderboardOptions { Order = order, Ranking = ranking, Ties = ties });
        foreach (var write in writes)
        {
            Assert.Equal(write.ApplyTo(model), write.ApplyTo(board));
            AssertSame(model, board);
        }
    }

    [Property(MaxTest = 500, Arbitrary = [typeof(DenseWrites)])]
    public void IncrementMany_OfAnyMembers_DoesAsOneByOneOrNothing(ScoreOrder order, DenseWrite[] before, DenseWrite[] batch, long by)
    {
        var (single, many, sameAmount) = (After(order, before), After(order, before), After(order, before));
        int[] members = [.. batch.Select(write => write.Member)];
        long[] amounts = [.. batch.Select(write => write.Amount)];

        AssertSameOrNothing(
            () => members.Zip(amounts).Select(write => single.Increment(write.First, write.Second)).Count(),
            () => many.IncrementMany(members, amounts),
            single, many, After(order, before));

        var one = After(order, before);
        AssertSameOrNothing(
            () => members.Select(member => one.Increment(member, by)).Count(), () => sameAmount.IncrementMany(members, by), one, sameAmount, After(order, before));
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(DenseWrites)])]
    public void RanksOf_AnyMembers_AreTheirRanks(ScoreOrder order, DenseWrite[] writes, byte[] members)
    {
        var board = After(order, writes);
        int[] asked = [.. members.Select(member => (member % 14) - 2)];
        foreach (var style in Styles)
        {
            var ranks = new int[asked.Length];
            board.RanksOf(asked, ranks, style);
            Assert.Equal(asked.Select(member => board.RankOf(member, style) ?? 0), ranks);
        }
    }

    [Property(MaxTest = 300)]
    public void Page_OfManyMembersInFewScores_HasTheStandingOfEach(ScoreOrder order, TieOrder ties, byte[] seed, byte scores, byte skip, byte room)
    {
        if (ties is not (TieOrder.EarliestFirst or TieOrder.LatestFirst or TieOrder.ById))
            return;

        var board = new DenseLeaderboard(order, ties: ties);
        for (var member = 0; member < 200; member++)
            board.Set(member, (member * 7 + (seed.Length > 0 ? seed[member % seed.Length] : 0)) % (scores + 1));

        var page = new Standing<int>[room];
        foreach (var style in Styles)
        {
            var listed = board.Page(skip, page, style);

            Assert.Equal(Math.Clamp(200 - skip, 0, room), listed);
            for (var at = 0; at < listed; at++)
            {
                Assert.Equal(skip + at + 1, board.RankOf(page[at].Id, RankStyle.Ordinal));
                Assert.Equal(board.StandingOf(page[at].Id, style), page[at]);
            }
        }
    }

    private static void AssertSame(SortedListModel model, DenseLeaderboard board)
    {
        Assert.Equal(model.Count, board.Count);
        foreach (var style in Styles)
        {
            var expected = model.Listing(style).Select(standing => (standing.Rank, standing.Score, standing.Id)).ToList();
            var standings = new Standing<int>[model.Count + 3];
            Assert.Equal(expected.Count, board.Top(standings, style));
            Assert.Equal(expected, standings[..expected.Count].Select(standing => (standing.Rank, standing.Score, DenseWrite.Id(standing.Id))));

            foreach (var standing in standings[..expected.Count])
            {
                Assert.Equal(standing, board.StandingOf(standing.Id, style));
                Assert.Equal(standing, board.At(board.RankOf(standing.Id, RankStyle.Ordinal)!.Value, style));
                AssertAround(board, standing.Id, standings[..expected.Count], style);
            }
        }

        for (var score = -4; score <= 6; score++)
        {
            foreach (var style in Styles)
                Assert.Equal(model.RankOfScore(score, style), board.RankOfScore(score, style));
            Assert.Equal(model.CountBetween(score, long.MaxValue), board.CountAtLeast(score));
        }
    }

    private static void AssertAround(DenseLeaderboard board, int member, Standing<int>[] all, RankStyle style)
    {
        var around = new Standing<int>[5];
        var filled = board.Around(member, around, style);
        Assert.Equal(Math.Min(5, all.Length), filled);

        var start = Array.IndexOf(all, around[0]);
        Assert.Equal(all[start..(start + filled)], around[..filled]);
        Assert.True(around[filled / 2].Id == member || start == 0 || start + filled == all.Length);
        Assert.Contains(around[..filled], standing => standing.Id == member);
    }

    private static void AssertSameOrNothing(Func<int> oneByOne, Action atOnce, DenseLeaderboard single, DenseLeaderboard many, DenseLeaderboard untouched)
    {
        try
        {
            oneByOne();
        }
        catch (OverflowException)
        {
            Assert.Throws<OverflowException>(atOnce);
            Assert.Equal(Listing(untouched), Listing(many));
            return;
        }

        atOnce();
        Assert.Equal(Listing(single), Listing(many));
    }

    private static DenseLeaderboard After(ScoreOrder order, DenseWrite[] writes)
    {
        var board = new DenseLeaderboard(order);
        foreach (var write in writes)
            write.ApplyTo(board);
        return board;
    }

    private static Standing<int>[] Listing(DenseLeaderboard board)
    {
        var standings = new Standing<int>[board.Count];
        board.Top(standings, RankStyle.Ordinal);
        return standings;
    }
}
