namespace CampaignKit.Tool.Tests.Draws;

/// <summary>One draw from its plan to a forgery, as operator, entrant and reader meet it.</summary>
public sealed class DrawStoryTests : IDisposable
{
    private readonly PlannedDraw _draw = new();

    public void Dispose() => _draw.Dispose();

    [Fact]
    public void Draw_FromPlanToForgery_IsCheckedAtEachStep()
    {
        var key = _draw.PathOf("operator.pem");
        var known = _draw.Write("operator.pub.pem", ToolRun.Of("draw", "keygen", "--out", key).Succeeded());
        _draw.Lock("--commitment", PlannedDraw.Commitment, "--key", key).Succeeded();
        _draw.Hold("--secret", PlannedDraw.Secret, "--key", key, "--proofs").Succeeded();
        _draw.Prove("m2", "messages", "--out", _draw.Published("m2.proof.json")).Succeeded();
        foreach (var unpublished in new[] { _draw.Plan, key, _draw.PathOf("rank.txt"), _draw.PathOf("messages.txt"), _draw.PathOf("authors.txt"), _draw.PathOf("staff.txt") })
            File.Delete(unpublished);

        var whole = _draw.Verify("--operator-key", known).Succeeded();
        Assert.StartsWith("Valid: everything was recomputed and agrees (randomness: hash checked; manifest and transcript signed by the operator's key ", whole, StringComparison.Ordinal);
        Assert.EndsWith("  rank: drawn again from its pool\n  messages: drawn again from its pool\n  exclusions: those locked\n", whole, StringComparison.Ordinal);

        File.Delete(_draw.Published("exclusions.txt"));
        Assert.Contains("  rank: its pool is the one locked; without the exclusions it was not drawn again\n", _draw.Verify().Output, StringComparison.Ordinal);

        foreach (var list in new[] { "rank.pool.txt", "messages.pool.txt", "messages.holders.txt" })
            File.Delete(_draw.Published(list));
        var partly = _draw.Verify("--operator-key", known, "--json");
        Assert.Equal((1, "partlyChecked", "proofs", "digestOnly"), (partly.ExitCode, Said(partly, "status"), Said(partly, "pools", "rank"), Said(partly, "exclusions")));
        Assert.True(partly.Json.GetProperty("signature").GetProperty("isKnown").GetBoolean());
        ToolRun.Of("draw", "verify", _draw.Published("m2.proof.json"), "--operator-key", known).Succeeded();

        var path = _draw.Published("transcript.json");
        var published = File.ReadAllText(path);
        File.WriteAllText(path, published.Replace("\"p-1\"", "\"p-2\"", StringComparison.Ordinal));
        var forged = _draw.Verify("--operator-key", known);
        Assert.Equal((1, ""), (forged.ExitCode, forged.Error));
        Assert.StartsWith("Invalid: $.", forged.Output, StringComparison.Ordinal);
        File.WriteAllText(path, published);
        Assert.StartsWith("Partly checked: ", _draw.Verify().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_ManifestOfAnotherLock_Fails()
    {
        _draw.Held();
        var other = _draw.PathOf("other");
        ToolRun.Of("draw", "lock", _draw.Plan, "--out", other, "--round", "38").Succeeded();

        var run = _draw.Verify("--manifest", Path.Combine(other, "manifest.json"));
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("Invalid: $.manifestDigest: expected ", run.Output, StringComparison.Ordinal);

        File.Copy(Path.Combine(other, "manifest.json"), _draw.Published("manifest.json"), overwrite: true);
        Assert.StartsWith("Invalid: manifest.json: expected ", _draw.Verify().Output, StringComparison.Ordinal);
        File.WriteAllText(_draw.Published("manifest.json"), "{}");
        Assert.StartsWith("Invalid: manifest.json: expected ", _draw.Verify().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_BadOptions_NameThem()
    {
        _draw.Held();
        var wrong = _draw.Write("wrong.txt", "no tab\n");

        Assert.StartsWith($"{wrong} is no list of exclusions:\n  line 1: ", _draw.Verify("--exclusions", wrong).Refused(), StringComparison.Ordinal);
        Assert.Equal("--exclusions is '/no/file'; there is no such file.\n", _draw.Verify("--exclusions", "/no/file").Refused());
        Assert.Equal($"--operator-key is '{wrong}'; This is no PEM text with the label PUBLIC KEY.\n", _draw.Verify("--operator-key", wrong).Refused());
        Assert.Equal("--operator-key is '/no/file'; there is no such file.\n", _draw.Verify("--operator-key", "/no/file").Refused());
    }

    [Fact]
    public void Verify_UnsignedWithTheOperatorsKey_Fails()
    {
        var known = _draw.Write("operator.pub.pem", ToolRun.Of("draw", "keygen", "--out", _draw.PathOf("operator.pem")).Succeeded());

        Assert.StartsWith("Invalid: manifest.signature.json: expected a signature of the manifest by the key ", _draw.Held().Verify("--operator-key", known).Output, StringComparison.Ordinal);
    }

    private static string? Said(ToolRun run, params string[] path) => path.Aggregate(run.Json, (value, name) => value.GetProperty(name)).GetString();
}
