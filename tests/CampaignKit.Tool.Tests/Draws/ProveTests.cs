using CampaignKit.Draws;

namespace CampaignKit.Tool.Tests.Draws;

public sealed class ProveTests : IDisposable
{
    private readonly PlannedDraw _draw = new();

    private string Proof => _draw.PathOf("proof.json");

    public void Dispose() => _draw.Dispose();

    [Fact]
    public void Prove_PersonOfThePool_NamesTheirEntries()
    {
        _draw.Held();

        var run = ToolRun.Of("draw", "prove", "p-6", "--folder", _draw.Folder, "--rule", "messages");

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("ID is 'p-6', a person of this pool and no entry of it; their entries are m", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Prove_Entrant_SaysSoAndVerifiesAgainstTheManifestAlone()
    {
        var output = _draw.Locked().Prove("p-2", "rank", "--out", Proof).Succeeded();

        Assert.Equal(
            $"""
            'p-2' was in the pool of rank of changning/lucky/2021-W13, which has 4 entrants.
              root   {DrawFolder.Load(_draw.Folder).Manifest["rank"].Pool.MerkleRoot}
              line 2 of 4: p-2 7

            """,
            output);
        var manifest = _draw.PathOf("m.json");
        File.Move(_draw.Published("manifest.json"), manifest);
        Directory.Delete(_draw.Folder, recursive: true);
        Assert.StartsWith("Valid: 'p-2' was in the pool of rank of changning/lucky/2021-W13, which has 4 entrants.\n  manifest ", Verify("--manifest", manifest).Succeeded(), StringComparison.Ordinal);
    }

    [Fact]
    public void Prove_Stranger_SaysSoAndVerifiesBesideTheManifest()
    {
        var output = _draw.Locked().Prove("p-22", "rank", "--out", _draw.Published("p-22.json")).Succeeded();

        Assert.StartsWith("'p-22' was not in the pool of rank of ", output, StringComparison.Ordinal);
        Assert.EndsWith("  after line 2 of 4: p-2 7\n  before line 3 of 4: p-3 7\n", output, StringComparison.Ordinal);
        Assert.StartsWith("Valid: 'p-22' was not in the pool of rank ", ToolRun.Of("draw", "verify", _draw.Published("p-22.json")).Succeeded(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("messages.pool.txt")]
    [InlineData("messages.holders.txt")]
    [InlineData("manifest.json")]
    public void Prove_OutOverWhatIsRead_IsRefusedAndLeavesIt(string name)
    {
        var before = PlannedDraw.Files(_draw.Locked().Folder);

        Assert.Equal(
            $"--out is '{_draw.Published(name)}'; that is the file that --folder names, and what is read is not written over.\n",
            _draw.Prove("m1", "messages", "--out", _draw.Published(name)).Refused());
        Assert.Equal(before, PlannedDraw.Files(_draw.Folder));
    }

    [Fact]
    public void Prove_Json_IsTheDocument()
    {
        var run = _draw.Locked().Prove("m1", "messages", "--json", "--out", Proof);

        Assert.Equal(run.Succeeded(), File.ReadAllText(Proof));
        Assert.Equal("m1", PoolProof.Parse(run.Output).Found!.Id);
    }

    [Fact]
    public void Verify_ProofAsJson_TellsAll()
    {
        _draw.Locked().Prove("m1", "messages", "--out", Proof).Succeeded();

        Assert.Equal(
            $$"""
            {
              "status": "valid",
              "isValid": true,
              "firstDifference": null,
              "draw": "changning/lucky/2021-W13",
              "manifestDigest": "{{DrawFolder.Load(_draw.Folder).Manifest.Digest}}",
              "rules": [
                "messages"
              ],
              "id": "m1",
              "isIncluded": true,
              "size": 4,
              "signature": null
            }

            """,
            Verify("--json", "--manifest", _draw.Published("manifest.json")).Succeeded());
    }

    [Theory]
    [InlineData("\"index\": 1", "\"index\": 2", "$.found.path")]
    [InlineData("p-2\\t7", "p-2\\t8", "$.found.path")]
    [InlineData("\"id\": \"p-2\"", "\"id\": \"p-3\"", "$.found.line")]
    [InlineData("\"size\": 4", "\"size\": 5", "$.found.path")]
    [InlineData("\"size\"", "\"sise\"", "$.sise")]
    [InlineData("\"root\": \"", "\"root\": \"0", "$.root")]
    public void Verify_ProofTamperedWith_NamesTheDifference(string from, string to, string path)
    {
        _draw.Locked().Prove("p-2", "rank", "--out", Proof).Succeeded();
        var json = File.ReadAllText(Proof);
        Assert.Contains(from, json, StringComparison.Ordinal);
        File.WriteAllText(Proof, json.Replace(from, to, StringComparison.Ordinal));

        var run = Verify("--manifest", _draw.Published("manifest.json"));

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.StartsWith($"Invalid: {path}: ", run.Output, StringComparison.Ordinal);
        Assert.Equal(1, Verify("--json", "--manifest", _draw.Published("manifest.json")).ExitCode);
    }

    [Fact]
    public void Verify_ProofOfAnotherDraw_NamesTheRoots()
    {
        _draw.Locked().Prove("p-2", "rank", "--out", Proof).Succeeded();
        _draw.Write("rank.txt", "p-2\t7\n");
        ToolRun.Of("draw", "lock", _draw.Plan, "--out", _draw.PathOf("other"), "--commitment", PlannedDraw.Commitment).Succeeded();

        var run = Verify("--manifest", Path.Combine(_draw.PathOf("other"), "manifest.json"));

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("Invalid: $.root: expected a root of the manifest: ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_ProofWithTheOperatorsKey_DemandsTheSignatureOfTheManifest()
    {
        var key = _draw.PathOf("op.pem");
        var pem = _draw.Write("op.pub.pem", ToolRun.Of("draw", "keygen", "--out", key).Succeeded());
        var manifest = _draw.Published("manifest.json");
        _draw.Locked().Prove("p-2", "rank", "--out", Proof).Succeeded();

        Assert.StartsWith("Invalid: manifest.signature.json: expected a signature of the manifest by the key ", Verify("--manifest", manifest, "--operator-key", pem).Output, StringComparison.Ordinal);
        _draw.Lock("--commitment", PlannedDraw.Commitment, "--key", key).Succeeded();
        Assert.Contains("signed by the operator's key ", Verify("--manifest", manifest, "--operator-key", pem).Succeeded(), StringComparison.Ordinal);
        File.WriteAllText(_draw.Published("manifest.signature.json"), "{}");
        Assert.StartsWith("Invalid: manifest.signature.json: $.format: ", Verify("--manifest", manifest, "--operator-key", pem).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_ProofWithoutItsManifest_AsksForIt()
    {
        _draw.Locked().Prove("p-2", "rank", "--out", Proof).Succeeded();

        Assert.Equal($"{Proof} is a proof, and manifest.json is not beside it; name the manifest with --manifest FILE.\n", Verify().Refused());
        Assert.Equal("--manifest is '/no/m.json'; there is no such file.\n", Verify("--manifest", "/no/m.json").Refused());
        Assert.StartsWith($"{Proof} is no manifest:\n  $.", Verify("--manifest", Proof).Refused(), StringComparison.Ordinal);
        Assert.StartsWith("--pool does not belong to a proof, ", Verify("--pool", "rank=x").Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void Prove_WrongInput_NamesIt()
    {
        _draw.Locked();

        Assert.Equal("--rule is 'rnk'; the draw has rank, messages.\n", _draw.Prove("p-2", "rnk").Refused());
        Assert.StartsWith("ID: 'a\nb': an id has no control character.", _draw.Prove("a\nb", "rank").Refused(), StringComparison.Ordinal);
        Assert.StartsWith("ID: '': ", _draw.Prove("", "rank").Refused(), StringComparison.Ordinal);
        Assert.Equal("--folder is '/no/folder'; there is no such folder.\n", ToolRun.Of("draw", "prove", "p-2", "--folder", "/no/folder", "--rule", "rank").Refused());
        Assert.StartsWith("--out is '/dev/null/p.json'; it cannot be written: ", _draw.Prove("p-2", "rank", "--out", "/dev/null/p.json").Refused(), StringComparison.Ordinal);
        File.AppendAllText(_draw.Published("rank.pool.txt"), "p-9\t1\n");
        Assert.StartsWith($"{_draw.Published("rank.pool.txt")} is not the pool locked: its root is ", _draw.Prove("p-2", "rank").Refused(), StringComparison.Ordinal);
        File.Delete(_draw.Published("rank.pool.txt"));
        Assert.Equal($"--folder is '{_draw.Published("rank.pool.txt")}'; there is no such file.\n", _draw.Prove("p-2", "rank").Refused());
        File.Delete(_draw.Published("manifest.json"));
        Assert.Equal($"--folder is '{_draw.Published("manifest.json")}'; there is no such file.\n", _draw.Prove("p-2", "rank").Refused());
    }

    private ToolRun Verify(params string[] options) => ToolRun.Of(["draw", "verify", Proof, .. options]);
}
