using System.Text.RegularExpressions;
using CampaignKit.Draws;

namespace CampaignKit.Tool.Tests;

/// <summary>The commands of the readme, run as they stand there.</summary>
public sealed partial class ReadmeTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    public static TheoryData<string> Commands =>
        [.. File.ReadLines(SharedFiles.Beside("README.md")).Where(line => line.StartsWith("campaignkit ", StringComparison.Ordinal)).Select(line => line.Split('#')[0].Trim())];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Commands_OfTheReadme_AreOneOfEachAndAnothersPick() => Assert.Equal(6, Commands.Count);

    [Theory]
    [MemberData(nameof(Commands))]
    public void Run_CommandOfTheReadme_Succeeds(string command)
    {
        const string secret = "5d41402abc4b2a76b9719d911017c592ae2f5f3b1d2c4e6a7b8c9d0e1f203142";
        _folder.Lines("pool.txt", Enumerable.Range(1, 50).Select(number => $"m{number}"));
        _folder.Write("changning.campaign.json", File.ReadAllBytes(SharedFiles.Beside("changning.campaign.json")));
        Draw.Plan("c/d/p").Random("r", Pool.Of(["a"]), 1).AllowOverlap().Lock(OperatorCommitment.To(secret)).Hold(new OperatorReveal(secret))
            .Transcript.Save(_folder.PathOf("transcript.json"));

        var words = Word().Matches(command).Skip(1).Select(word => word.Value.Trim('"')).Select(word => File.Exists(_folder.PathOf(word)) ? _folder.PathOf(word) : word);

        Assert.NotEqual("", ToolRun.Of([.. words]).Succeeded());
    }

    [GeneratedRegex("\"[^\"]*\"|\\S+")]
    private static partial Regex Word();
}
