namespace CampaignKit.Leaderboards.Tests;

public class FrozenLeaderboardTests
{
    [Fact]
    public void Freeze_OfALargeBoard_AnswersAsItDid()
    {
        var board = new Leaderboard<int>();
        var random = new Random(7);
        for (var id = 0; id < 50_000; id++)
            board.Set(id * 64, random.Next(300));

        var frozen = board.Freeze();

        Assert.Equal(board, frozen);
        foreach (var style in Enum.GetValues<RankStyle>())
        {
            for (var id = 0; id < 50_000; id += 37)
                Assert.Equal(board.StandingOf(id * 64, style), frozen.StandingOf(id * 64, style));
        }

        Assert.Null(frozen[1]);
    }

    [Fact]
    public void Freeze_OfIdsChosenToCollide_LooksAtFewOfThem()
    {
        // What the golden ratio, a usual multiplier of hash codes, sends to 0, 1, 2, ...: neighbours in a table that it alone distributes.
        const uint InverseOfTheGoldenRatio = 340_573_321;
        const int Members = 10_000;
        var compared = new CountingComparer();
        var board = new Leaderboard<int>(sameId: compared);
        for (var id = 0u; id < Members; id++)
            board.Set((int)(id * InverseOfTheGoldenRatio), id % 300);
        compared.Count = 0;

        var frozen = board.Freeze();
        foreach (var standing in frozen)
            Assert.Equal(standing.Score, frozen.ScoreOf(standing.Id));

        Assert.InRange(compared.Count, Members, 20 * Members);
    }

    [Fact]
    public void Freeze_OfTexts_GivesThemBackAsTheyWere()
    {
        string[] ids = ["", "ä", "長寧", "\ud800x", new('x', 1000), "p-00007"];
        var board = new Leaderboard<string>(new LeaderboardOptions { Ties = TieOrder.ById });
        foreach (var id in ids)
            board.Increment(id);

        var frozen = board.Freeze();

        Assert.Equal(board, frozen);
        Assert.All(ids, id => Assert.Equal(board[id], frozen[id]));
        Assert.Null(frozen["p-00008"]);
        Assert.Equal("id", Assert.Throws<ArgumentNullException>(() => frozen[null!]).ParamName);
    }

    [Fact]
    public void Freeze_BeforeAWrite_DoesNotSeeIt()
    {
        var board = new Leaderboard<string>();
        board.Increment("ann");
        var frozen = board.Freeze();

        board.Increment("ann");
        board.Increment("ben");

        Assert.Equal([new(1, 1, "ann")], frozen);
    }

    private sealed class CountingComparer : IEqualityComparer<int>
    {
        public int Count { get; set; }

        public bool Equals(int left, int right)
        {
            Count++;
            return left == right;
        }

        public int GetHashCode(int id) => id;
    }
}
