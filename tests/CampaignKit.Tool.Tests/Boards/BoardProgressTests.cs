using System.Text;
using CampaignKit.Leaderboards;
using CampaignKit.Tool.Boards;

namespace CampaignKit.Tool.Tests.Boards;

public sealed class BoardProgressTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Board_OnATerminal_DrawsABarAndTakesItOff()
    {
        var file = _folder.Lines("scores.csv", ["id,score", .. Enumerable.Range(0, 200_000).Select(number => $"p-{number},{number}")]);
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        using var screen = new StringWriter();

        Assert.Equal(0, CommandLine.Run(["board", "--scores", file, "--top", "1"], output, error, new FixedClock(ToolRun.Now), screen));
        var drawings = screen.ToString().Split('\r');
        Assert.Matches(@"^Reading \[#+\.+\]  \d\d % 65,536 rows$", drawings[1]);
        Assert.Contains(drawings, drawing => drawing.StartsWith("Ranking [#############################.]  98 % 196,608 members", StringComparison.Ordinal));
        Assert.Equal(["", ""], [drawings[^2].Trim(), drawings[^1]]);
        Assert.Equal(("rank  id         score\n   1  p-199999  199999\n", ""), (output.ToString(), error.ToString()));
    }

    [Fact]
    public void Step_OfAnUnknownNumber_ShowsNoShare()
    {
        using var screen = new StringWriter();
        using var progress = new BoardProgress(screen, CancellationToken.None);

        progress.Begin("Reading", "rows", 0);
        for (var step = 0; step < BoardProgress.StepsADrawing; step++)
            progress.Step();

        Assert.Equal("\rReading 65,536 rows", screen.ToString());
    }

    [Fact]
    public void Step_ToldToStop_Stops()
    {
        using var progress = new BoardProgress(null, new CancellationToken(canceled: true));

        progress.Begin("Reading", "rows", 0);
        Assert.Throws<OperationCanceledException>(() =>
        {
            for (var step = 0; step < BoardProgress.StepsADrawing; step++)
                progress.Step();
        });
    }

    [Fact]
    public void ByArrival_ToldToStop_StopsWhileItSorts()
    {
        var table = new ScoreTable(RepeatedScores.Refuse, ScoreOrder.Descending);
        for (var number = 0; number < 100_000; number++)
            table.Put(Encoding.UTF8.GetBytes($"m{number}"), 0, -number, number);
        using var progress = new BoardProgress(null, new CancellationToken(canceled: true));

        Assert.Throws<OperationCanceledException>(() => table.ByArrival(progress));
    }
}
