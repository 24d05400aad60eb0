using System.Text;
using CampaignKit.Draws;

namespace CampaignKit.Tool.Tests.Draws;

public sealed class VerifyTests : IDisposable
{
    private const string Secret = "5d41402abc4b2a76b9719d911017c592ae2f5f3b1d2c4e6a7b8c9d0e1f203142";

    private static readonly DrawResult Held = Draw.Plan("changning/lucky/2021-W13")
        .TopBy("rank", Pool.OfScores([("p-1", 9), ("p-2", 7), ("p-3", 7), ("p-4", 2)]), take: 2, TiePolicy.Ticket)
        .Random("messages", Pool.Of(["m1", "m2", "m3", "m 语"]), take: 2, alternates: 1)
        .AllowOverlap()
        .Lock(OperatorCommitment.To(Secret))
        .Hold(new OperatorReveal(Secret));

    private readonly WorkFolder _folder = new();

    private string Document => _folder.PathOf("t.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Verify_PoolsInTheTranscript_IsValid()
    {
        Held.Transcript.Save(Document);

        var output = Verify().Succeeded();

        Assert.StartsWith("Valid: ", output, StringComparison.Ordinal);
        Assert.Contains("  messages: drawn again from its pool\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_PoolsBesideIt_IsValid()
    {
        DrawFolder.Save(Held, _folder.Root);

        ToolRun.Of("draw", "verify", _folder.PathOf(DrawFolder.TranscriptFile)).Succeeded();
    }

    [Fact]
    public void Verify_PoolsNamed_IsValid()
    {
        SaveApart();

        Verify("--pool", $"rank={_folder.PathOf("r=1.txt")}", "--pool", $"messages={_folder.PathOf("m.txt")}").Succeeded();
    }

    [Fact]
    public void Verify_OptionsBeforeTheFile_IsValid()
    {
        SaveApart();

        ToolRun.Of("draw", "verify", "--pool", $"rank={_folder.PathOf("r=1.txt")}", "--pool", $"messages={_folder.PathOf("m.txt")}", Document).Succeeded();
    }

    [Fact]
    public void Verify_Json_TellsAll()
    {
        Held.Transcript.Save(Document);

        Assert.Equal(
            """
            {
              "status": "valid",
              "isValid": true,
              "firstDifference": null,
              "draw": "changning/lucky/2021-W13",
              "manifestDigest": "MANIFEST",
              "entropy": "hashChecked",
              "source": "the secret whose SHA-256 is abe20aacd6a2bd58f302ae709f6bccb3e5ce06ced4c68458adc55f0294c7441a",
              "lateReason": null,
              "pools": {
                "rank": "data",
                "messages": "data"
              },
              "exclusions": null,
              "signature": null,
              "claims": null
            }

            """.Replace("MANIFEST", Held.Transcript.ManifestDigest.ToString(), StringComparison.Ordinal),
            Verify("--json").Succeeded());
    }

    [Fact]
    public void Verify_PoolMissing_FailsAndSaysWhich()
    {
        SaveApart();

        var run = Verify("--pool", $"rank={_folder.PathOf("r=1.txt")}");

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("Partly checked: nothing disagrees, but there was no pool for messages", run.Output, StringComparison.Ordinal);
        Assert.Contains("  messages: only its tickets were recomputed; give --pool\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_WinnerReplaced_NamesTheFirstDifference()
    {
        var (winner, loser) = (Held["messages"].Winners[0].Id, Held["messages"].Alternates[0].Id);
        Save(json => json.Replace($"\"id\": \"{winner}\"", $"\"id\": \"{loser}\"", StringComparison.Ordinal));

        var run = Verify();

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.StartsWith($"Invalid: $.rules[1].winners[0].id: expected \"{winner}\"; found \"{loser}\".", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_WinnerReplacedAsJson_NamesTheFirstDifference()
    {
        var (winner, loser) = (Held["messages"].Winners[0].Id, Held["messages"].Alternates[0].Id);
        Save(json => json.Replace($"\"id\": \"{winner}\"", $"\"id\": \"{loser}\"", StringComparison.Ordinal));

        var run = Verify("--json");

        Assert.Equal((1, "invalid", false), (run.ExitCode, run.Json.GetProperty("status").GetString(), run.Json.GetProperty("isValid").GetBoolean()));
        Assert.Equal(
            ("$.rules[1].winners[0].id", $"\"{winner}\"", $"\"{loser}\""),
            (Difference(run, "path"), Difference(run, "expected"), Difference(run, "actual")));
    }

    [Theory]
    [InlineData("\"take\": 2", "\"take\": 3", "$.manifestDigest")]
    [InlineData("\"take\": 2", "\"take\": \"2\"", "$.manifest.rules[0].take")]
    [InlineData("\"skipped\"", "\"skippeD\"", "$.rules[0].skippeD")]
    [InlineData("\"seed\": \"", "\"seed\": \"0", "$.seed")]
    public void Verify_FieldChanged_FailsWithOrWithoutPools(string from, string to, string path)
    {
        SaveApart();
        _folder.Write("t.json", ReplaceFirst(File.ReadAllText(Document), from, to));

        Assert.All([Verify(), Verify("--pool", $"rank={_folder.PathOf("r=1.txt")}")], run =>
        {
            Assert.Equal((1, ""), (run.ExitCode, run.Error));
            Assert.StartsWith($"Invalid: {path}: ", run.Output, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Verify_OtherPoolNamed_Fails()
    {
        SaveApart();

        var run = Verify("--pool", $"messages={_folder.Lines("other.txt", "m1", "m2")}");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("Invalid: $.manifest.rules[1].pool.", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "it is not JSON, from line 1, byte 1")]
    [InlineData("hello", "it is not JSON, from line 1, byte 1")]
    [InlineData("{\n\"format\": \"campaignkit-", "it is not JSON, from line 2, byte ")]
    [InlineData("null", "not an object whose format is campaignkit-transcript-v1")]
    [InlineData("[1]", "not an object whose format is campaignkit-transcript-v1")]
    [InlineData("{}", "not an object whose format is campaignkit-transcript-v1")]
    [InlineData("{\"format\": 1}", "not an object whose format is campaignkit-transcript-v1")]
    [InlineData("{\"format\": \"campaignkit-transcript-v9\"}", "not an object whose format is campaignkit-transcript-v1")]
    [InlineData("{\"f\\ud800rmat\": 1}", "text that is not Unicode")]
    public void Verify_NoTranscript_IsBadInput(string text, string complaint)
    {
        _folder.Write("t.json", text);

        Assert.All([Verify(), Verify("--json"), Verify("--pool", "rank=none.txt")], run =>
        {
            Assert.StartsWith($"{Document} is no transcript: ", run.Refused(), StringComparison.Ordinal);
            Assert.Contains(complaint, run.Error, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Verify_OnlyTheFormat_FailsTheCheck()
    {
        _folder.Write("t.json", "{\"format\": \"campaignkit-transcript-v1\"}");

        Assert.StartsWith("Invalid: $.manifest: ", Verify().Output, StringComparison.Ordinal);
        Assert.Equal(1, Verify().ExitCode);
    }

    [Fact]
    public void Verify_AnyByteChanged_FailsOrIsRefused()
    {
        var text = Encoding.UTF8.GetBytes(Held.Transcript.ToJson());
        for (var i = 0; i < text.Length; i++)
        {
            text[i] ^= 0x21;
            _folder.Write("t.json", text);
            Assert.Contains(Verify().ExitCode, new[] { CommandLine.CheckFailed, CommandLine.BadInput });
            text[i] ^= 0x21;
        }
    }

    [Theory]
    [InlineData("rank", "--pool is 'rank'; it is the id of a rule, '=' and a file.")]
    [InlineData("=m.txt", "--pool is '=m.txt'; it is the id of a rule, '=' and a file.")]
    [InlineData("", "--pool is ''; it is the id of a rule, '=' and a file.")]
    [InlineData("other=m.txt", "--pool is 'other=m.txt'; the draw has no rule 'other', but rank, messages.")]
    [InlineData("rank=", "--pool rank is empty; it names a file.")]
    [InlineData("rank=/no/such/file", "--pool rank is '/no/such/file'; there is no such file.")]
    public void Verify_BadPoolOption_NamesItsRule(string given, string complaint)
    {
        Held.Transcript.Save(Document);

        Assert.Equal($"{complaint}\n", Verify("--pool", given).Refused());
    }

    [Fact]
    public void Verify_PoolTwice_IsRefused()
    {
        SaveApart();
        var pool = $"messages={_folder.PathOf("m.txt")}";

        Assert.Equal($"--pool is '{pool}'; the pool of 'messages' is given twice.\n", Verify("--pool", pool, "--pool", pool).Refused());
    }

    [Fact]
    public void Verify_PoolFileOfAnotherKind_NamesTheLine()
    {
        SaveApart();

        Assert.Contains("is no pool of scores:\n  line 1: ", Verify("--pool", $"rank={_folder.PathOf("m.txt")}").Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_NoSuchFile_SaysSo() => Assert.Equal($"TRANSCRIPT.json is '{Document}'; there is no such file.\n", Verify().Refused());

    [Fact]
    public void Verify_FolderWithoutTranscript_SaysSo() => Assert.Equal(
        $"TRANSCRIPT.json is '{_folder.PathOf("transcript.json")}'; there is no such file.\n",
        ToolRun.Of("draw", "verify", _folder.Root).Refused());

    private static string? Difference(ToolRun run, string field) => run.Json.GetProperty("firstDifference").GetProperty(field).GetString();

    private static string ReplaceFirst(string text, string from, string to)
    {
        var at = text.IndexOf(from, StringComparison.Ordinal);
        return $"{text[..at]}{to}{text[(at + from.Length)..]}";
    }

    private ToolRun Verify(params string[] options) => ToolRun.Of(["draw", "verify", Document, .. options]);

    private void Save(Func<string, string> change) => _folder.Write("t.json", change(Held.Transcript.ToJson()));

    private void SaveApart()
    {
        Held.Transcript.WithoutPools().Save(Document);
        PoolFile.Write(Held.Transcript.Pools["rank"], _folder.PathOf("r=1.txt"));
        PoolFile.Write(Held.Transcript.Pools["messages"], _folder.PathOf("m.txt"));
    }
}
