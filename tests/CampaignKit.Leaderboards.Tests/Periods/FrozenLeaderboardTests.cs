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
    public void Freeze_BeforeAWrite_DoesNotSeeIt()
    {
        var board = new Leaderboard<string>();
        board.Increment("ann");
        var frozen = board.Freeze();

        board.Increment("ann");
        board.Increment("ben");

        Assert.Equal([new(1, 1, "ann")], frozen);
    }
}
