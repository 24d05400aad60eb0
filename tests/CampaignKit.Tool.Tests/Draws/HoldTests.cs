using System.Diagnostics;
using System.Text.Json;
using CampaignKit.Draws;
using NodaTime;

namespace CampaignKit.Tool.Tests.Draws;

public sealed class HoldTests : IDisposable
{
    private const string Round38 = "95c93585c513ebbcb4777ff15599b3140e5ec0295faa0e483f3deadd88fa6d43f0d3703e3a4ce106e8fd6c6987f32126";

    private static readonly Instant AfterRound38 = Instant.FromUtc(2023, 8, 23, 15, 11, 18);

    private readonly PlannedDraw _draw = new();

    public void Dispose() => _draw.Dispose();

    [Fact]
    public void Hold_Secret_PrintsWinnersAndHowToCheck()
    {
        var output = _draw.Locked().Hold("--secret", PlannedDraw.Secret).Succeeded();

        var held = Transcript.Load(_draw.Published("transcript.json"));
        var skipped = Assert.Single(held["messages"].Skipped);
        Assert.Equal(
            $"""
            Held changning/lucky/2021-W13 by the secret whose SHA-256 is {PlannedDraw.Commitment}
            rank: 2 winners, 0 alternates, 0 passed over
              {held["rank"].Winners[0].Id}
              {held["rank"].Winners[1].Id}
            messages: 1 winner, 1 alternate, 1 passed over
              {held["messages"].Winners[0].Id}, held by {held["messages"].Winners[0].Holder}
              alternate {held["messages"].Alternates[0].Id}, held by {held["messages"].Alternates[0].Holder}
              passed over {skipped.Entry.Id}, held by {skipped.Entry.Holder}: won by rank with {skipped.EntryId}
            Publish manifest.json, rank.pool.txt, messages.pool.txt, messages.holders.txt, exclusions.txt, transcript.json, check.sh, verify.html.
            Anyone checks it with: campaignkit draw verify {_draw.Folder}; sh {_draw.Published("check.sh")}; or by opening verify.html

            """,
            output);
        _draw.Verify().Succeeded();
    }

    [Fact]
    public void Hold_Json_NamesWinnersWithTheirPersons()
    {
        var run = _draw.Locked().Hold("--secret", PlannedDraw.Secret, "--json");

        run.Succeeded();
        var held = Transcript.Load(_draw.Published("transcript.json"));
        var messages = run.Json.GetProperty("rules")[1];
        Assert.Equal(
            (held["messages"].Winners[0].Id, held["messages"].Winners[0].Person),
            (messages.GetProperty("winners")[0].GetProperty("id").GetString(), messages.GetProperty("winners")[0].GetProperty("person").GetString()));
        Assert.Equal((held.Digest.ToString(), PlannedDraw.Secret), (run.Json.GetProperty("transcriptDigest").GetString(), run.Json.GetProperty("randomness").GetString()));
    }

    [Fact]
    public void Hold_TiedPlaces_AreToldAsShares()
    {
        _draw.Write("plan.json", """
            { "draw": "c/d/p", "overlap": "allowed", "rules": [ { "id": "rank", "rule": "top-by", "take": 2, "ties": "share", "pool": "rank.txt" } ] }
            """);

        Assert.Contains(", with 1/2 of a place\n", _draw.Locked().Hold("--secret", PlannedDraw.Secret).Succeeded(), StringComparison.Ordinal);
    }

    [Fact]
    public void Hold_Twice_KeepsEveryByte()
    {
        var key = _draw.PathOf("op.pem");
        ToolRun.Of("draw", "keygen", "--out", key).Succeeded();
        _draw.Lock("--commitment", PlannedDraw.Commitment, "--key", key).Succeeded();
        _draw.Hold("--secret", PlannedDraw.Secret, "--key", key, "--proofs").Succeeded();
        var files = PlannedDraw.Files(_draw.Folder);

        _draw.Hold("--secret", PlannedDraw.Secret, "--key", key).Succeeded();

        Assert.Equal(files, PlannedDraw.Files(_draw.Folder));
        Assert.Contains(DrawFolder.TranscriptSignatureFile, files.Keys);
    }

    [Fact]
    public void Hold_AfterPrizesWereClaimed_KeepsTheClaims()
    {
        var path = _draw.Held().Published("transcript.json");
        var held = Transcript.Load(path);
        DrawFolder.Save(held.WithClaims(Claims.Open(held, ToolRun.Now)), _draw.Folder);
        var files = PlannedDraw.Files(_draw.Folder);

        _draw.Hold("--secret", PlannedDraw.Secret).Succeeded();

        Assert.Equal(files, PlannedDraw.Files(_draw.Folder));
        Assert.Contains("  claims: published 2021-04-05T00:00:00Z; 3 open\n", _draw.Verify().Succeeded(), StringComparison.Ordinal);
    }

    [Fact]
    public void Hold_OtherNumbersThanPublished_IsRefused()
    {
        _draw.Lock("--numbers", "lotto", "--count", "3", "--from", "1", "--to", "49", "--due", "2021-04-06T00:00:00Z").Succeeded();
        At("2021-04-06T00:00:00Z", "--numbers", "3 5 9").Succeeded();
        var files = PlannedDraw.Files(_draw.Folder);

        var complaint = At("2021-04-06T00:00:00Z", "--numbers", "3, 5, 8").Refused();

        Assert.StartsWith($"{_draw.Folder} holds a transcript already, by the randomness {Digest.Of("3 5 9")}; this is {Digest.Of("3 5 8")}", complaint, StringComparison.Ordinal);
        Assert.Equal(files, PlannedDraw.Files(_draw.Folder));
        Assert.Contains("randomness only recorded", _draw.Verify().Succeeded(), StringComparison.Ordinal);
    }

    [Fact]
    public void Hold_TranscriptThatWasTamperedWith_IsNotReplaced()
    {
        var path = _draw.Held().Published("transcript.json");
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"seed\": \"", "\"seed\": \"0", StringComparison.Ordinal));
        var tampered = File.ReadAllText(path);

        Assert.StartsWith($"{path} is no transcript, and is not replaced:\n  $.seed: ", _draw.Hold("--secret", PlannedDraw.Secret).Refused(), StringComparison.Ordinal);
        Assert.Equal(tampered, File.ReadAllText(path));
    }

    [Fact]
    public void Hold_TranscriptWithOtherWinners_IsNotReplaced()
    {
        var path = _draw.Held().Published("transcript.json");
        var alternate = Transcript.Load(path)["messages"].Alternates[0].Id;
        File.WriteAllText(path, File.ReadAllText(path).Replace($"\"{alternate}\"", "\"m9\"", StringComparison.Ordinal));

        Assert.Contains("holds a transcript already, with other winners than this randomness gives", _draw.Hold("--secret", PlannedDraw.Secret).Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void Hold_SignatureOrRoundFile_IsTheSameDraw()
    {
        _draw.Lock("--round", "38").Succeeded();
        var json = _draw.Write("round.json", $$"""{"round": 38, "signature": "{{Round38}}", "randomness": "{{new DrandRound(38, Round38).Randomness}}"}""");

        ToolRun.At(AfterRound38, "draw", "hold", _draw.Folder, "--signature", Round38).Succeeded();
        var files = PlannedDraw.Files(_draw.Folder);
        ToolRun.At(AfterRound38, "draw", "hold", _draw.Folder, "--round-file", json).Succeeded();

        Assert.Equal(files, PlannedDraw.Files(_draw.Folder));
        Assert.Contains("hash and time checked, signature not", _draw.Verify().Succeeded(), StringComparison.Ordinal);
    }

    [Fact]
    public void Hold_PulseAndCertificate_IsHeldByTheSignedPulse()
    {
        var vector = JsonDocument.Parse(File.ReadAllText(SharedFiles.Beside("Vectors/nist-beacon-v2-pulse-54610.json"))).RootElement;
        var pulse = vector.GetProperty("cases")[0].GetProperty("pulse");
        var (file, pem) = (_draw.Write("pulse.json", pulse.GetRawText()), _draw.Write("nist.pem", vector.GetProperty("certificate_pem").GetString()!));
        ToolRun.At(
            Instant.FromUtc(2018, 8, 30, 17, 0), "draw", "lock", _draw.Plan, "--out", _draw.Folder,
            "--nist-at", "2018-08-30T17:44:00Z", "--nist-chain", "1", "--certificate-id", pulse.GetProperty("certificateId").GetString()!.ToLowerInvariant()).Succeeded();

        Assert.Equal($"--certificate is '{file}'; ", _draw.Hold("--pulse", file, "--certificate", file).Refused()[..$"--certificate is '{file}'; ".Length]);
        Assert.StartsWith($"{pem} is no pulse of NIST's beacon:\n  $: ", _draw.Hold("--pulse", pem, "--certificate", pem).Refused(), StringComparison.Ordinal);
        Assert.Equal("--pulse needs --certificate.\nSee campaignkit draw hold --help.\n", _draw.Hold("--pulse", file).Refused());
        _draw.Hold("--pulse", file, "--certificate", pem).Succeeded();
        Assert.Contains("signature checked", _draw.Verify().Succeeded(), StringComparison.Ordinal);
    }

    [Fact]
    public void Hold_BeforeItsTime_IsTooEarly()
    {
        _draw.Lock("--round", "38").Succeeded();

        var run = ToolRun.At(AfterRound38 - Duration.FromSeconds(1), "draw", "hold", _draw.Folder, "--signature", Round38);

        Assert.Equal("The draw is decided by round 38 of drand quicknet, due 2023-08-23T15:11:18Z; it is 2023-08-23T15:11:17Z now.\n", run.Early());
        Assert.False(File.Exists(_draw.Published("transcript.json")));
    }

    [Fact]
    public void Hold_LateSource_DecidesInItsTimeWithTheReason()
    {
        _draw.Lock("--round", "38", "--late-after", "PT1H", "--late-commitment", PlannedDraw.Commitment).Succeeded();
        string[] late = ["--secret", PlannedDraw.Secret, "--late-reason", "drand did not speak"];

        Assert.Equal($"The draw is decided by the secret whose SHA-256 is {PlannedDraw.Commitment}, from 2023-08-23T16:11:18Z; it is 2023-08-23T16:11:17Z now.\n", At("2023-08-23T16:11:17Z", late).Early());
        Assert.Contains("why the first source did not speak", At("2023-08-23T16:11:18Z", "--secret", PlannedDraw.Secret).Refused(), StringComparison.Ordinal);
        Assert.Contains("  the late source, because 'drand did not speak'\n", At("2023-08-23T16:11:18Z", late).Succeeded(), StringComparison.Ordinal);
        Assert.Contains("late because 'drand did not speak'; this is", At("2023-08-23T16:11:18Z", "--signature", Round38).Refused(), StringComparison.Ordinal);
        Assert.Contains("randomness of the late source, because 'drand did not speak'", _draw.Verify().Succeeded(), StringComparison.Ordinal);
        Assert.Equal("drand did not speak", _draw.Verify("--json").Json.GetProperty("lateReason").GetString());
    }

    [Theory]
    [InlineData("", "A record of the randomness is needed: --round-file, --signature, --secret, --pulse, --numbers or --fetch.")]
    [InlineData("--secret aa --numbers 1", "There is one record of the randomness; here are --secret and --numbers.")]
    [InlineData("--secret aa", "--secret is 'aa'; it is 64 lower-case hex digits.")]
    [InlineData("--secret 0d41402abc4b2a76b9719d911017c592ae2f5f3b1d2c4e6a7b8c9d0e1f203142", "This randomness does not decide the draw. $.entropy.secret: expected the secret whose SHA-256 is ")]
    [InlineData("--numbers 1", "This randomness does not decide the draw. $.entropy.source: ")]
    [InlineData("--numbers 1,x", "--numbers has 'x'; a number is 0 to 9,007,199,254,740,991, digits alone.")]
    [InlineData("--numbers ,", "--numbers has 0 numbers; there are 1 to 1,000.")]
    [InlineData("--signature abcd", "--signature is of drand; the draw is decided by the secret")]
    [InlineData("--fetch", "--fetch is for drand and NIST; the draw is decided by the secret")]
    [InlineData("--fetch --from ftp://x", "--from is 'ftp://x'; it is an address of http or https, without query.")]
    [InlineData("--secret aa --from http://x", "--from belongs to --fetch, which is not given.")]
    [InlineData("--round-file /no/round.json", "--round-file is '/no/round.json'; there is no such file.")]
    [InlineData("--secret 5d41402abc4b2a76b9719d911017c592ae2f5f3b1d2c4e6a7b8c9d0e1f203142 --late-reason x", "--late-reason is 'x'; the draw names no late source.")]
    [InlineData("--secret 5d41402abc4b2a76b9719d911017c592ae2f5f3b1d2c4e6a7b8c9d0e1f203142 --key /no/key", "--key is '/no/key'; there is no such file.")]
    [InlineData("--secret 5d41402abc4b2a76b9719d911017c592ae2f5f3b1d2c4e6a7b8c9d0e1f203142 --without-pools /dev/null/x", "--without-pools is '/dev/null/x'; it cannot be written: ")]
    public void Hold_BadRandomness_NamesOptionValueAndRule(string options, string complaint) => Assert.Contains(
        complaint,
        _draw.Locked().Hold(options.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Refused(),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("--signature", Round38 + "00", "$.entropy.signature")]
    [InlineData("--signature", "95C9", "--signature is '95C9'; it is lower-case hex, two digits a byte.")]
    [InlineData("--signature", "", "--signature is ''; it is lower-case hex, two digits a byte.")]
    [InlineData("--round-file", """{"round": 39, "signature": "95c93585c513ebbcb4777ff15599b3140e5ec0295faa0e483f3deadd88fa6d43f0d3703e3a4ce106e8fd6c6987f32126"}""", "expected round 38, as locked; found round 39.")]
    [InlineData("--round-file", """{"round": 38}""", " is no round of drand:\n  $.signature: ")]
    [InlineData("--round-file", "hello", " is no round of drand:\n  $: ")]
    public void Hold_BadRound_NamesTheRule(string option, string value, string complaint)
    {
        _draw.Lock("--round", "38").Succeeded();
        var given = option == "--round-file" ? _draw.Write("round.json", value) : value;

        Assert.Contains(complaint, ToolRun.At(AfterRound38, "draw", "hold", _draw.Folder, option, given).Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void Hold_FolderAmiss_NamesEachFileAndRule()
    {
        Assert.Equal("FOLDER is '/no/folder'; there is no such folder.\n", ToolRun.Of("draw", "hold", "/no/folder", "--secret", PlannedDraw.Secret).Refused());
        _draw.Locked();
        File.Delete(_draw.Published("rank.pool.txt"));
        File.AppendAllText(_draw.Published("messages.pool.txt"), "m9\n");

        var complaint = _draw.Hold("--secret", PlannedDraw.Secret).Refused();

        Assert.StartsWith($"{_draw.Folder} is no locked draw:\n  rank.pool.txt: the file: nothing: it must be there\n  messages.pool.txt: the file: ", complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void Hold_WithoutPools_WritesWhatShowsNobodyElse()
    {
        var (key, apart) = (_draw.PathOf("op.pem"), _draw.PathOf("public"));
        var pem = _draw.Write("op.pub.pem", ToolRun.Of("draw", "keygen", "--out", key).Succeeded());
        _draw.Lock("--commitment", PlannedDraw.Commitment, "--key", key).Succeeded();

        _draw.Hold("--secret", PlannedDraw.Secret, "--key", key, "--proofs", "--without-pools", apart).Succeeded();
        var files = PlannedDraw.Files(apart);
        var (signature, other) = (Path.Combine(apart, DrawFolder.ManifestSignatureFile), _draw.Write("other", "of somebody else"));
        File.Delete(signature);
        using (var link = Process.Start("ln", [other, signature]))
            link.WaitForExit();
        _draw.Hold("--secret", PlannedDraw.Secret, "--without-pools", apart).Succeeded();

        Assert.Equal(files, PlannedDraw.Files(apart));
        Assert.Equal("of somebody else", File.ReadAllText(other));
        Assert.Equal(["manifest.json", "manifest.signature.json", "transcript.json", "transcript.signature.json", "verify.html"], files.Keys.Order(StringComparer.Ordinal));
        Assert.All(Directory.GetFiles(apart), file => Assert.DoesNotContain("p-9\tstaff", File.ReadAllText(file), StringComparison.Ordinal));
        var check = ToolRun.Of("draw", "verify", apart, "--operator-key", pem);
        Assert.Equal(1, check.ExitCode);
        Assert.Contains("  rank: its tickets were recomputed, and its entries proved to be in the pool; to draw it again, give --pool\n", check.Output, StringComparison.Ordinal);

        var more = ToolRun.Of("draw", "verify", apart, "--exclusions", _draw.Published("exclusions.txt"), "--pool", $"rank={_draw.Published("rank.pool.txt")}");
        Assert.StartsWith("Partly checked: nothing disagrees, but there was no pool for messages", more.Output, StringComparison.Ordinal);
        Assert.Contains("  rank: drawn again from its pool\n", more.Output, StringComparison.Ordinal);
        Assert.Equal($"--without-pools is '{_draw.Folder}'; that is the folder with the pools.\n", _draw.Hold("--secret", PlannedDraw.Secret, "--without-pools", _draw.Folder).Refused());
        Directory.CreateSymbolicLink(_draw.PathOf("link"), _draw.Folder);
        Assert.EndsWith("; that is the folder with the pools.\n", _draw.Hold("--secret", PlannedDraw.Secret, "--without-pools", _draw.PathOf("link")).Refused(), StringComparison.Ordinal);
    }

    private ToolRun At(string now, params string[] options) =>
        ToolRun.At(NodaTime.Text.InstantPattern.General.Parse(now).Value, ["draw", "hold", _draw.Folder, .. options]);
}
