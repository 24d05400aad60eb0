using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using CampaignKit.Draws;

namespace CampaignKit.Tool.Tests;

/// <summary>The commands of the readme, run as they stand there.</summary>
public sealed partial class ReadmeTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    public static TheoryData<string> Commands =>
        [.. Readme.Where(line => line.StartsWith("campaignkit ", StringComparison.Ordinal)).Select(line => line.Split('#')[0].Trim())];

    private static string[] Readme => File.ReadAllLines(SharedFiles.Beside("README.md"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Commands_OfTheReadme_AreOneOfEachAnothersPickAndADifference() => Assert.Equal(10, Commands.Count);

    [Theory]
    [MemberData(nameof(Commands))]
    public void Run_CommandOfTheReadme_Succeeds(string command)
    {
        const string secret = "5d41402abc4b2a76b9719d911017c592ae2f5f3b1d2c4e6a7b8c9d0e1f203142";
        _folder.Lines("pool.txt", Enumerable.Range(1, 50).Select(number => $"m{number}"));
        _folder.Lines("scores.csv", "id,score,at", "p-1,42,2021-03-25T10:00:00Z");
        _folder.Lines("cases.csv", "nr,opened,closed,agency,answer", "1,2026-01-05,2026-01-06,water,satisfied");
        _folder.Write("changning.campaign.json", File.ReadAllBytes(SharedFiles.Beside("changning.campaign.json")));
        Draw.Plan("c/d/p").Random("r", Pool.Of(["a"]), 1).AllowOverlap().Lock(OperatorCommitment.To(secret)).Hold(new OperatorReveal(secret))
            .Transcript.Save(_folder.PathOf("transcript.json"));

        var words = Word().Matches(command).Skip(1).Select(word => word.Value.Trim('"'))
            .Select(word => File.Exists(_folder.PathOf(word)) || word == "operator.pem" ? _folder.PathOf(word) : word);

        Assert.NotEqual("", ToolRun.Of([.. words]).Succeeded());
    }

    /// <summary>The console blocks, one after another in one folder, by the program and a shell: each command prints what stands below it.</summary>
    [Fact]
    public void Run_ConsoleOfTheReadme_PrintsWhatItSays()
    {
        var said = new StringBuilder();
        var printed = new StringBuilder();
        foreach (var (command, output) in Console())
        {
            said.Append($"$ {command}\n{output}");
            printed.Append($"$ {command}\n{Run(command)}");
        }

        Assert.Equal(said.ToString(), printed.ToString());
        Assert.All(["lock", "hold", "prove", "verify", "odds"], verb => Assert.Contains($"$ campaignkit draw {verb} ", said.ToString(), StringComparison.Ordinal));
        Assert.Contains("$ campaignkit board ", said.ToString(), StringComparison.Ordinal);
    }

    private static IEnumerable<(string Command, string Output)> Console()
    {
        var blocks = string.Join('\n', Readme).Split("```console\n").Skip(1).Select(block => block[..block.IndexOf("```", StringComparison.Ordinal)]);
        foreach (var step in blocks.SelectMany(block => $"\n{block}".Split("\n$ ").Skip(1).Select(step => step.EndsWith('\n') ? step : $"{step}\n")))
        {
            var command = step.Split('\n').TakeWhile((line, place) => place == 0 || line.StartsWith("> ", StringComparison.Ordinal)).ToList();
            var output = step.Split('\n').Skip(command.Count);
            yield return (string.Join('\n', command.Select((line, place) => place == 0 ? line : line[2..])), string.Join('\n', output));
        }
    }

    private string Run(string command)
    {
        var script = $"campaignkit() {{ dotnet {SharedFiles.Beside("CampaignKit.Tool.dll")} \"$@\"; }}\n{command}\n";
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", script]) { RedirectStandardOutput = true, WorkingDirectory = _folder.Root })!;
        var printed = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
        return printed;
    }

    [GeneratedRegex("\"[^\"]*\"|\\S+")]
    private static partial Regex Word();
}
