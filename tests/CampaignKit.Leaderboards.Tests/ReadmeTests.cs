using System.Globalization;

namespace CampaignKit.Leaderboards.Tests;

public class ReadmeTests
{
    [Fact]
    public void Example_AsPrinted_GivesWhatTheReadmeSays()
    {
        using var console = new StringWriter(CultureInfo.InvariantCulture);

        var board = new Leaderboard<string>();
        board.Increment("p-00007");
        board.Increment("p-00012", by: 3);
        board.Increment("p-00031");

        foreach (var s in board.Top(20))
            console.WriteLine($"{s.Rank,3} {s.Id} {s.Score}");
        console.WriteLine(board["p-00031"]?.Rank);
        console.WriteLine(board.StandingOf("p-00031", RankStyle.Ordinal)?.Rank);
        console.WriteLine(board.Around("p-00007", radius: 1).Count);
        console.WriteLine(board.PercentileOf("p-00012"));
        console.WriteLine(board["p-99999"] is null);

        var lines = console.ToString().ReplaceLineEndings("\n").TrimEnd().Split('\n');
        Assert.Equal(["  1 p-00012 3", "  2 p-00007 1", "  2 p-00031 1", "2", "3", "3", "66.66666666666667", "True"], lines);
    }
}
