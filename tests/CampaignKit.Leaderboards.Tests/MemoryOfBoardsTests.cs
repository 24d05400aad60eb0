namespace CampaignKit.Leaderboards.Tests;

/// <summary>What boards made of boards hold, measured by the whole process: so these run alone.</summary>
[Collection(nameof(MemoryTests))]
public class MemoryOfBoardsTests
{
    [Theory]
    [InlineData("p-")]
    [InlineData("participant-of-the-spring-campaign-")]
    public void Freeze_OfABoardOfTexts_TakesNoMoreThanTheBoard(string prefix)
    {
        var empty = GC.GetTotalMemory(forceFullCollection: true);
        var board = new Leaderboard<string>();
        for (var id = 0; id < 100_000; id++)
            board.Set($"{prefix}{id:D7}", id % 300);
        var live = GC.GetTotalMemory(forceFullCollection: true) - empty;

        var frozen = board.Freeze();
        var closed = GC.GetTotalMemory(forceFullCollection: true) - empty - live;

        Assert.InRange(closed, 1, live);
        GC.KeepAlive(board);
        GC.KeepAlive(frozen);
    }

    [Fact]
    public void Freeze_OfABoardOfNumbers_TakesTheIdsAndFiveBytesEach()
    {
        const int Members = 140_000;
        var board = new Leaderboard<int>();
        for (var id = 0; id < Members; id++)
            board.Set(id, id % 300);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var frozen = board.Freeze();
        var bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)Members;

        Assert.InRange(bytes, 8, 9.5);
        GC.KeepAlive(frozen);
        GC.KeepAlive(board);
    }

    [Theory]
    [InlineData(TeamAggregate.BestMean)]
    [InlineData(TeamAggregate.Median)]
    public void TeamLeaderboard_OfSmallTeams_TakesLittleForEach(TeamAggregate aggregate)
    {
        const int Teams = 500;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var board = new TeamLeaderboard<string, int>(new TeamOptions { Aggregate = aggregate });
        for (var member = 0; member < 4 * Teams; member++)
        {
            board.Join($"p-{member}", member % Teams);
            board.Increment($"p-{member}", member % 9);
        }

        var bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / Teams;

        Assert.InRange(bytes, 1, 25_000);
        GC.KeepAlive(board);
    }
}
