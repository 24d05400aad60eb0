namespace CampaignKit.Draws.Tests;

/// <summary>The example of the package's readme, line by line.</summary>
public sealed class ReadmeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("readme-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Example_OfTheReadme_Runs()
    {
        var secret = Changning.Secret;
        var folder = _folder;

        // <readme>
        var scores = Pool.OfScores([("p-1", 9), ("p-2", 7), ("p-3", 7), ("p-4", 2)]);
        var messages = Pool.Of(["m1", "m2", "m3"], holders: new Dictionary<string, string> { ["m1"] = "p-1", ["m2"] = "p-4", ["m3"] = "p-4" });

        LockedDraw locked = Draw.Plan("changning/lucky/2021-W13")
            .TopBy("rank", scores, take: 2, ties: TiePolicy.Ticket)
            .Random("messages", messages, take: 1, alternates: 1)
            .OnePrizePerPerson()
            .Lock(OperatorCommitment.To(secret));                    // or Drand.Quicknet.FirstRoundAfter(closing)

        DrawFolder.Save(locked, folder);                             // publish manifest and pools now
        DrawResult result = locked.Hold(new OperatorReveal(secret)); // or new DrandRound(round, signature)
        DrawFolder.Save(result, folder);                             // publish transcript.json and check.sh

        Verification check = DrawVerifier.Verify(Path.Combine(folder, "transcript.json"));
        Console.WriteLine(check);
        // </readme>

        Assert.True(check.IsValid, check.ToString());
        Assert.Equal("p-1", result["rank"].Winners[0].Id);
        Assert.Equal("p-4", Assert.Single(result["messages"].Winners).Person);
    }

    [Fact]
    public void Example_OfTheReadme_IsTheCodeAbove()
    {
        var readme = File.ReadAllText(Path.Combine(SharedFiles.RepositoryRoot, "src/CampaignKit.Draws/README.md"));
        var test = File.ReadAllText(Path.Combine(SharedFiles.RepositoryRoot, "tests/CampaignKit.Draws.Tests/ReadmeTests.cs"));

        Assert.Equal(Lines(Between(readme, "```csharp\n", "```")), Lines(Between(test, "// <readme>\n", "        // </readme>")));
    }

    private static string Between(string text, string start, string end)
    {
        var from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)];
    }

    private static IEnumerable<string> Lines(string code) => code.Split('\n').Select(line => line.Trim());
}
