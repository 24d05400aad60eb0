using System.Globalization;

namespace CampaignKit.Leaderboards.Tests;

/// <summary>Runs the examples of the package's README, whose lines must stand in it as they stand here.</summary>
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

        Assert.Equal(["  1 p-00012 3", "  2 p-00007 1", "  2 p-00031 1", "2", "3", "3", "66.66666666666667", "True"], Lines(console));

        foreach (var s in board.Among(["p-00031", "p-00007"]))
            console.WriteLine($"{s.Rank}, of all {s.Overall.Rank}: {s.Id}");

        Assert.Equal(["1, of all 2: p-00007", "1, of all 2: p-00031"], Lines(console)[^2..]);

        var before = board.Top(3);
        using var file = new MemoryStream();
        board.Save(file, SnapshotKeys.Texts);
        file.Position = 0;
        board.Restore(file, SnapshotKeys.Texts);

        Assert.Equal(before, board);
    }

    [Fact]
    public void Conditions_AsPrinted_SkipAndRefuse()
    {
        var board = new Leaderboard<string>();
        var latest = new Leaderboard<string>(new LeaderboardOptions { KeepsRevisions = true });

        Assert.Equal(WriteOutcome.Skipped, board.Set("p-00007", 5, WriteIf.Present).Outcome);
        Assert.Equal(WriteOutcome.Added, latest.Set("p-00007", 5, WriteIf.Newer(20)).Outcome);
        Assert.Equal(WriteOutcome.Stale, latest.Set("p-00007", 4, WriteIf.Newer(10)).Outcome);
    }

    [Fact]
    public void Periods_AsPrinted_GiveWhatTheReadmeSays()
    {
        using var console = new StringWriter(CultureInfo.InvariantCulture);

        var weeks = new PeriodLeaderboard<string>(late: LateWrites.Refuse);
        weeks.Open("2021-W13");
        weeks.In("2021-W13").Increment("p-00007", 2);
        weeks.Open("2021-W14");
        console.WriteLine(weeks["2021-W13"]?.Top(3).Count);
        console.WriteLine(weeks.AllTime["p-00007"]?.Score);
        console.WriteLine(weeks.In("2021-W13").Increment("p-00007").InPeriod.Outcome);

        Assert.Equal(["1", "2", "Late"], Lines(console));
    }

    [Fact]
    public void Teams_AsPrinted_GiveWhatTheReadmeSays()
    {
        using var console = new StringWriter(CultureInfo.InvariantCulture);

        var teams = new TeamLeaderboard<string, string>(new TeamOptions { Aggregate = TeamAggregate.BestMean, Best = 2 });
        teams.Join("ann", "airport");
        teams.Join("ben", "airport");
        teams.Join("cat", "fashion");
        teams.Increment("ann", 4);
        teams.Increment("ben", 3);
        teams.Increment("cat", 3);
        console.WriteLine(teams["airport"]?.Score);

        Assert.Equal(["7/2"], Lines(console));
    }

    [Fact]
    public void Examples_LineByLine_StandInThisFile()
    {
        var readme = File.ReadAllLines(Path.Combine(SharedFiles.RepositoryRoot, "src/CampaignKit.Leaderboards/README.md"));
        var here = File.ReadAllText(Path.Combine(SharedFiles.RepositoryRoot, "tests/CampaignKit.Leaderboards.Tests/ReadmeTests.cs"));
        var isCode = false;
        var lines = 0;
        foreach (var line in readme)
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                isCode = line == "```csharp";
                continue;
            }

            var code = line.Split("//")[0].Trim().Replace("Console.", "console.", StringComparison.Ordinal);
            if (!isCode || code.Length == 0)
                continue;

            lines++;
            Assert.Contains(code.TrimEnd(';'), here, StringComparison.Ordinal);
        }

        Assert.InRange(lines, 30, 60);
    }

    [Fact]
    public void TextIdsBesideADenseBoard_AsPrinted_GiveWhatTheReadmeSays()
    {
        using var console = new StringWriter(CultureInfo.InvariantCulture);

        var ids = new Utf8IdTable();
        var stitches = new DenseLeaderboard();
        stitches.Increment(ids.Add("p-00007"));
        stitches.Increment(ids.Add("p-00012"u8), by: 3);
        console.WriteLine(ids.TryFind("p-00007", out var number) ? stitches.RankOf(number) : null);

        Assert.Equal(["2"], Lines(console));
    }

    [Fact]
    public void ExampleOfBatches_AsPrinted_GivesWhatTheReadmeSays()
    {
        using var console = new StringWriter(CultureInfo.InvariantCulture);
        var board = new Leaderboard<string>();
        board.Increment("p-00012", by: 2);

        board.IncrementMany(["p-00007", "p-00031", "p-00007"]);
        var ranks = new int[2];
        board.RanksOf(["p-00007", "p-99999"], ranks);

        var dense = new DenseLeaderboard();
        dense.IncrementMany([7, 12, 7]);
        var top = new Standing<int>[20];
        foreach (var s in top.AsSpan(0, dense.Top(top)))
            console.WriteLine($"{s.Rank} {s.Id} {s.Score}");

        Assert.Equal([1, 0], ranks);
        Assert.Equal("1 7 2\n2 12 1\n", console.ToString().ReplaceLineEndings("\n"));
    }

    private static string[] Lines(StringWriter console) => console.ToString().ReplaceLineEndings("\n").TrimEnd().Split('\n');
}
