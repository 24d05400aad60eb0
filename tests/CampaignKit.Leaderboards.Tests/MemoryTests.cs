namespace CampaignKit.Leaderboards.Tests;

/// <summary>What is held, measured by the whole process: so these run alone.</summary>
[Collection(nameof(MemoryTests))]
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
public class MemoryTests
{
    [Theory]
    [InlineData(200, 16)]
    [InlineData(100_000_000, 32)]
    public void DenseLeaderboard_OfAHundredThousand_TakesFewBytesAMember(int scores, int most)
    {
        const int Members = 100_000;
        var random = new Random(5);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var board = new DenseLeaderboard();
        for (var write = 0; write < 4 * Members; write++)
            board.Set(random.Next(Members), random.Next(scores));
        var bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)board.Count;

        Assert.InRange(bytes, 1, most);
        GC.KeepAlive(board);
    }

    [Theory]
    [InlineData("p-")]
    [InlineData("participant-of-the-spring-campaign-")]
    public void Utf8IdTable_OfIdsThatComeAndGo_GivesNumbersAndMemoryOutAgain(string prefix)
    {
        var table = new Utf8IdTable();
        table.Add("stays, however long it is");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var id = 0; id < 200_000; id++)
        {
            Assert.InRange(table.Add($"{prefix}{id}"), 1, 2);
            if (id > 0)
                Assert.True(table.Remove(2 - (id % 2)));
        }

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 20_000);
        Assert.Equal("stays, however long it is", table[0]);
        Assert.Equal(2, table.Count);
    }

    [Fact]
    public void Utf8IdTable_OfAHundredThousandShortIds_TakesFewBytesAnId()
    {
        const int Ids = 100_000;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var table = new Utf8IdTable();
        for (var id = 0; id < Ids; id++)
            table.Add($"p-{id:D7}");
        var bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)Ids;

        Assert.InRange(bytes, 25, 32);
        GC.KeepAlive(table);
    }

    [Fact]
    public void Leaderboard_OfOneMember_TakesLittleAndLittleMoreWhenListed()
    {
        const int Boards = 500;
        var boards = new Leaderboard<string>[Boards];
        Lone().Top(1);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var board = 0; board < Boards; board++)
            boards[board] = Lone();
        var written = (GC.GetTotalMemory(forceFullCollection: true) - before) / Boards;
        foreach (var board in boards)
            board.Top(1);
        var listed = (GC.GetTotalMemory(forceFullCollection: true) - before) / Boards;

        Assert.InRange(written, 1, 1_500);
        Assert.InRange(listed, written, 3_000);
        GC.KeepAlive(boards);

        static Leaderboard<string> Lone()
        {
            var board = new Leaderboard<string>();
            board.Increment("p-00007");
            return board;
        }
    }

    [Fact]
    public void DenseLeaderboard_OfWhichOneMemberSweptAllScores_HoldsNothingForTheEmptyOnes()
    {
        const int Members = 20_000;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var board = new DenseLeaderboard();
        for (var member = 0; member < Members; member++)
            board.Set(member, member % 100);
        for (var score = 0; score < 131_072; score++)
            board.Set(0, score);
        for (var score = 131_071; score >= 0; score--)
            board.Set(0, score);
        var bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)Members;

        Assert.InRange(bytes, 1, 120);
        GC.KeepAlive(board);
    }

    [Fact]
    public void DenseLeaderboard_WhoseMemberIsRaisedStepByStep_AllocatesForItsSizeAlone()
    {
        const int Scores = 8_000;
        var board = new DenseLeaderboard();
        var start = GC.GetAllocatedBytesForCurrentThread();
        for (var score = 0; score < Scores; score++)
            board.Set(0, score);
        var grown = GC.GetAllocatedBytesForCurrentThread();
        for (var score = Scores - 1; score >= 0; score--)
            board.Set(0, score);
        var done = GC.GetAllocatedBytesForCurrentThread();

        Assert.InRange(grown - start, 1, 300_000);
        Assert.Equal(0, done - grown);
    }
}
