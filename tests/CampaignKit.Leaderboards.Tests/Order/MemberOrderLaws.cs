using FsCheck;

namespace CampaignKit.Leaderboards.Tests;

/// <summary>Every structure answers as a list does that is sorted for every question.</summary>
public class MemberOrderLaws
{
    private const int Largest = 1500;

    [Property(MaxTest = 200, EndSize = Largest, Arbitrary = [typeof(OrderWrites)])]
    public void ScoreLogs_AfterAnyWrites_AnswerAsASortedList(OrderWrite[] writes, bool descending)
    {
        var turn = descending ? -1L : 0;
        AssertFollows(new ScoreLogs(turn), PlainOrder.EarliestFirst, writes, turn);
    }

    [Property(MaxTest = 200, EndSize = Largest, Arbitrary = [typeof(OrderWrites)])]
    public void MemberTree_AfterAnyWrites_AnswersAsASortedList(OrderWrite[] writes, bool descending) =>
        AssertFollows(new MemberTree<EarliestFirst>(default), PlainOrder.EarliestFirst, writes, descending ? -1 : 0);

    [Property(MaxTest = 200, EndSize = Largest, Arbitrary = [typeof(OrderWrites)])]
    public void MemberTree_LatestFirst_AnswersAsASortedList(OrderWrite[] writes) =>
        AssertFollows(
            new MemberTree<LatestFirst>(default),
            new PlainOrder(Comparer<Seat>.Create((left, right) => right.Sequence.CompareTo(left.Sequence))),
            writes,
            turn: -1);

    [Property(MaxTest = 200, EndSize = Largest, Arbitrary = [typeof(OrderWrites)])]
    public void MemberTree_WithTiesThatHaveTiesThemselves_AnswersAsASortedList(OrderWrite[] writes) =>
        AssertFollows(
            new MemberTree<ByLastDigit>(default),
            new PlainOrder(Comparer<Seat>.Create((left, right) => default(ByLastDigit).Compare(in left, in right))),
            writes,
            turn: -1);

    [Property(MaxTest = 200, EndSize = Largest, Arbitrary = [typeof(OrderWrites)])]
    public void CampaignOrder_MovedToATreeByAnyOddScore_AnswersAsASortedList(OrderWrite[] writes, PositiveInt when, bool descending, long odd)
    {
        var turn = descending ? -1L : 0;
        var order = new CampaignOrder(turn);
        var plain = PlainOrder.EarliestFirst;
        var outgrowing = new OrderWrite(7, odd < 0 ? odd : ScoreLogs.MaxScore + 1 + odd, IsAbsolute: true);
        var before = writes.Take(when.Get % (writes.Length + 1)).ToList();

        foreach (var write in before)
            write.ApplyTo(order, plain, turn);
        Assert.True(order.IsInLogs);

        outgrowing.ApplyTo(order, plain, turn);
        Assert.False(order.IsInLogs);
        OrderAssert.Same(plain, order);

        AssertFollows(order, plain, writes[before.Count..], turn);
    }

    [Theory]
    [InlineData(8_191, true)]
    [InlineData(8_192, false)]
    [InlineData(-1, false)]
    [InlineData(long.MinValue, false)]
    [InlineData(long.MaxValue, false)]
    public void CampaignOrder_OfOneMember_StaysInLogsWhileTheyAreShort(long score, bool isInLogs)
    {
        foreach (var turn in (long[])[0, -1])
        {
            var order = new CampaignOrder(turn);
            order.Add(0, score ^ turn);

            Assert.Equal(isInLogs, order.IsInLogs);
            order.Clear();
            Assert.True(order.IsInLogs);
        }
    }

    [Theory]
    [InlineData(3_000, 100, true)]
    [InlineData(8_000, 8_000, true)]
    [InlineData(40_000, 20_000, false)]
    public void CampaignOrder_OfManyScores_StaysInLogsWhileTheyAreShared(int members, int scores, bool isInLogs)
    {
        var order = new CampaignOrder(-1);
        for (var member = 0; member < members; member++)
            order.Add(member, ~(member % (long)scores));

        Assert.Equal(isInLogs, order.IsInLogs);
        Assert.Equal(
            Enumerable.Range(0, members).Select(member => (Key: ~(member % (long)scores), Member: member)).OrderBy(seat => seat.Key),
            OrderAssert.Listing(order, 0, members));
    }

    [Fact]
    public void CampaignOrder_OfScoresThatManyPassedThrough_StaysInLogs()
    {
        const int Scores = 8_192;
        const int PassingBy = Scores * 4;
        var order = new CampaignOrder(-1);
        for (var member = 0; member < PassingBy; member++)
        {
            var key = ~(member / 4L);
            order.Add(member, key);
            for (var pass = 1; pass < Chunk.Entries; pass++)
            {
                order.Add(PassingBy, key);
                order.Remove(PassingBy);
            }
        }

        order.Add(PassingBy, ~0L);
        Assert.True(order.IsInLogs);
        Assert.Equal(PassingBy, order.PlaceOf(PassingBy));
        Assert.Equal([(~8_191L, PassingBy - 4)], OrderAssert.Listing(order, 0, 1));
    }

    [Property(MaxTest = 100, Arbitrary = [typeof(OrderWrites)])]
    public void CopyTo_OfAnySlice_IsThatOfTheWhole(OrderWrite[] writes, PositiveInt from, PositiveInt length)
    {
        foreach (var order in (IMemberOrder[])[new ScoreLogs(-1), new MemberTree<EarliestFirst>(default)])
        {
            foreach (var write in writes)
                write.ApplyTo(order, PlainOrder.EarliestFirst, -1);

            var place = from.Get % (order.Count + 1);
            var take = Math.Min(length.Get, order.Count - place);
            Assert.Equal(OrderAssert.Listing(order, 0, order.Count)[place..(place + take)], OrderAssert.Listing(order, place, take));
        }
    }

    private static void AssertFollows(IMemberOrder order, PlainOrder plain, OrderWrite[] writes, long turn)
    {
        for (var write = 0; write < writes.Length; write++)
        {
            writes[write].ApplyTo(order, plain, turn);
            if (write % 200 == 0)
                OrderAssert.Same(plain, order);
        }

        OrderAssert.Same(plain, order);
    }

    /// <summary>An order of ties that leaves many undecided, and those to arrival.</summary>
    private readonly struct ByLastDigit : ITies
    {
        public int Compare(in Seat left, in Seat right)
        {
            var byDigit = (left.Member % 10).CompareTo(right.Member % 10);
            return byDigit != 0 ? byDigit : left.Sequence.CompareTo(right.Sequence);
        }
    }
}
