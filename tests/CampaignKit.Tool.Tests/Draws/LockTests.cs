using CampaignKit.Draws;
using NodaTime;

namespace CampaignKit.Tool.Tests.Draws;

public sealed class LockTests : IDisposable
{
    private const string CertificateId = "5501e3d72bc42f3b96e16de4dcadcb16768e109662bd16d667d5fd9aee585af31bbdc5dd4f53592276064b53dddd76c8f3604b2a41db6e09f78f82bb5d6569e7";

    private readonly PlannedDraw _draw = new();

    public static TheoryData<string, string> Sources => new()
    {
        { "--drand-after 2026-01-01T00:00:00Z", "drand quicknet, due 2026-01-01T00:00:03Z" },
        { "--drand-after 2026-01-01T00:00:00Z --chain default", "drand default, due 2026-01-01T00:00:30Z" },
        { "--round 38", "round 38 of drand quicknet, due 2023-08-23T15:11:18Z" },
        { "--round 8000000000 --chain default", "round 8000000000 of drand default, due 9625-" },
        { $"--commitment {PlannedDraw.Commitment}", $"the secret whose SHA-256 is {PlannedDraw.Commitment}" },
        { $"--nist-at 2030-01-01T00:00:00Z --certificate-id {CertificateId}", "pulse of chain 2 of the NIST beacon at 2030-01-01T00:00:00Z" },
        { $"--nist-at 2030-01-01T00:00:00Z --certificate-id {CertificateId} --nist-chain 1", "pulse of chain 1 of the NIST beacon" },
        { "--numbers lotto --count 6 --from 1 --to 49 --due 2021-04-05T00:00:01Z", "the 6 numbers from 1 to 49 of 'lotto', due 2021-04-05T00:00:01Z" },
    };

    public static TheoryData<string, string> BadSources => new()
    {
        { "", "A source of randomness is needed: --drand-after, --round, --commitment, --nist-at or --numbers." },
        { $"--round 38 --commitment {PlannedDraw.Commitment}", "There is one source of randomness; here are --round and --commitment." },
        { "--chain quicknet", "--chain belongs to --drand-after or --round, none of which is given." },
        { $"--commitment {PlannedDraw.Commitment} --chain quicknet", "--chain belongs to --drand-after or --round, none of which is given." },
        { "--round 38 --chain quick", "--chain is 'quick'; it is quicknet or default." },
        { "--round 0", "--round is '0'; it is a whole number from 1 to 8,000,000,000." },
        { "--commitment ABE20aacd6a2bd58f302ae709f6bccb3e5ce06ced4c68458adc55f0294c7441a", "it is 64 lower-case hex digits." },
        { "--drand-after yesterday", "--drand-after is 'yesterday'; it is a time in UTC, in whole seconds, such as 2021-04-05T02:00:00Z." },
        { "--drand-after 2026-01-01T00:00:00.5Z", "--drand-after is '2026-01-01T00:00:00.5Z'; it is a time in UTC" },
        { "--drand-after 2026-02-30T00:00:00Z", "--drand-after is '2026-02-30T00:00:00Z'; it is a time in UTC" },
        { "--drand-after 2026-01-01T00:00:00+08:00", "it is a time in UTC" },
        { "--drand-after 2020-01-01T00:00:00Z --chain default", "The source is round 1 of drand default, due 2020-07-22T15:17:30Z; it is 2021-04-05T00:00:00Z now" },
        { "--nist-at 2030-01-01T00:00:00Z", "--nist-at needs --certificate-id." },
        { "--nist-at 2030-01-01T00:00:30Z --certificate-id " + CertificateId, "is not a whole minute." },
        { "--nist-at 2030-01-01T00:00:00Z --certificate-id abcd", "'abcd': a certificate's id has 128 lower-case hex digits." },
        { "--numbers lotto --count 6", "--numbers needs --from.\n--numbers needs --to.\n--numbers needs --due." },
        { "--numbers lotto --count 6 --from 49 --to 49 --due 2030-01-01T00:00:00Z", "--to is '49'; it is above --from, 49." },
        { "--numbers lotto --count 6 --from 1 --to 49 --due 2021-04-05T00:00:00Z", "a draw is locked before anybody can know its randomness." },
        { $"--commitment {PlannedDraw.Commitment} --late-after PT1H", "--late-after and a late source" },
        { "--round 38 --late-round 5", "--late-after and a late source" },
        { $"--commitment {PlannedDraw.Commitment} --late-after PT1H --late-round 5000", "has no due time." },
        { "--round 38 --late-after PT1H --late-round 39", "The late source is round 39 of drand quicknet, due 2023-08-23T15:11:21Z; it decides from 2023-08-23T16:11:18Z" },
        { "--round 38 --late-after 1h --late-round 5000", "--late-after is '1h'; it is a duration in whole seconds, such as PT2H, of at most 366 days." },
        { "--round 38 --late-after PT0S --late-round 5000", "--late-after is 'PT0S'" },
        { "--round 38 --late-after P1Y --late-round 5000", "--late-after is 'P1Y'" },
        { "--round 38 --late-after P367D --late-round 5000", "--late-after is 'P367D'" },
        { "--round 38 --late-after PT0.5S --late-round 5000", "--late-after is 'PT0.5S'" },
        { $"--round 38 --late-after PT1H --late-round 5000 --late-commitment {PlannedDraw.Commitment}", "There is one late source of randomness; here are --late-round and --late-commitment." },
        { $"--numbers x --count 1 --from 0 --to 9 --due 9999-12-31T23:59:59Z --late-after P1D --late-commitment {PlannedDraw.Commitment}", "a late one decides by the end of the year 9999." },
        { "--drand-after 9999-12-31T23:59:59Z", "--drand-after is '9999-12-31T23:59:59Z'; Input round was " },
        { "--round 38 --salts s.txt", "--pseudonym-key and --salts need each other." },
    };

    public void Dispose() => _draw.Dispose();

    [Theory]
    [MemberData(nameof(Sources))]
    public void Lock_AnySource_IsInTheManifest(string options, string source)
    {
        var output = _draw.Lock(options.Split(' ')).Succeeded();

        Assert.Contains("  decided by  ", output, StringComparison.Ordinal);
        Assert.Contains(source, output, StringComparison.Ordinal);
        Assert.Contains(source, DrawFolder.Load(_draw.Folder).Manifest.Entropy.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Lock_FirstRoundAfter_IsDueLater() =>
        Assert.Equal(Drand.Quicknet.FirstRoundAfter(Instant.FromUtc(2026, 1, 1, 0, 0)), Entropy("--drand-after", "2026-01-01T00:00:00Z"));

    [Theory]
    [MemberData(nameof(BadSources))]
    public void Lock_BadSource_NamesOptionValueAndRule(string options, string complaint)
    {
        var error = _draw.Lock(options.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Refused();

        Assert.Contains(complaint, error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_draw.Folder));
    }

    [Fact]
    public void Lock_EventThatIsNoText_NamesTheRule() => Assert.Contains(
        "--numbers is 'a\nb'; 'a\nb': it has the form of an id, and an id has no control character.",
        _draw.Lock("--numbers", "a\nb", "--count", "6", "--from", "1", "--to", "49", "--due", "2030-01-01T00:00:00Z").Refused(),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("--late-drand-after 2030-01-01T00:00:00Z --late-chain default", "round 9934167 of drand default, due 2030-01-01T00:00:30Z", "2030-01-01T00:00:30Z")]
    [InlineData("--late-commitment abe20aacd6a2bd58f302ae709f6bccb3e5ce06ced4c68458adc55f0294c7441a", "the secret whose SHA-256 is abe2", "2023-08-23T17:11:18Z")]
    [InlineData("--late-numbers lotto --late-count 6 --late-from 1 --late-to 49 --late-due 2024-01-01T00:00:00Z", "the 6 numbers from 1 to 49 of 'lotto'", "2024-01-01T00:00:00Z")]
    public void Lock_LateSource_IsInTheManifest(string options, string source, string from)
    {
        var run = _draw.Lock(["--round", "38", "--late-after", "PT2H", "--json", .. options.Split(' ')]);

        run.Succeeded();
        Assert.StartsWith(source, run.Json.GetProperty("lateSource").GetString(), StringComparison.Ordinal);
        Assert.Equal(("2023-08-23T15:11:18Z", from), (run.Json.GetProperty("decidesFrom").GetString(), run.Json.GetProperty("lateDecidesFrom").GetString()));
        Assert.Equal(Duration.FromHours(2), DrawFolder.Load(_draw.Folder).Manifest.Late!.After);
    }

    [Fact]
    public void Lock_Text_TellsWhatToPublish()
    {
        var output = _draw.Lock("--commitment", PlannedDraw.Commitment).Succeeded();

        Assert.Equal(
            $"""
            Locked changning/lucky/2021-W13 in {_draw.Folder}
              manifest    {DrawFolder.Load(_draw.Folder).Manifest.Digest}
              decided by  the secret whose SHA-256 is {PlannedDraw.Commitment}
              publish     manifest.json, rank.pool.txt, messages.pool.txt, messages.holders.txt, exclusions.txt, before the secret
              then        campaignkit draw hold {_draw.Folder} --secret HEX

            """,
            output);
    }

    [Fact]
    public void Lock_OtherFilesInTheFolder_AreNotToBePublished()
    {
        Directory.CreateDirectory(_draw.Folder);
        File.WriteAllText(_draw.Published("diary.txt"), "mine");

        Assert.DoesNotContain("diary", _draw.Lock("--round", "38").Succeeded(), StringComparison.Ordinal);
    }

    [Fact]
    public void Lock_TheSameAgain_ChangesNothing()
    {
        var key = _draw.PathOf("op.pem");
        ToolRun.Of("draw", "keygen", "--out", key).Succeeded();
        _draw.Lock("--round", "38", "--key", key).Succeeded();
        var files = PlannedDraw.Files(_draw.Folder);

        _draw.Lock("--round", "38", "--key", key).Succeeded();

        Assert.Equal(files, PlannedDraw.Files(_draw.Folder));
        Assert.Contains(DrawFolder.ManifestSignatureFile, files.Keys);
    }

    [Fact]
    public void Lock_FolderOfAnotherLock_IsRefused()
    {
        _draw.Lock("--round", "38").Succeeded();
        var files = PlannedDraw.Files(_draw.Folder);

        var complaint = _draw.Lock("--round", "39").Refused();

        Assert.StartsWith($"--out is '{_draw.Folder}'; it holds another manifest already, with the SHA-256 ", complaint, StringComparison.Ordinal);
        Assert.EndsWith("and a lock can't be redone.\n", complaint, StringComparison.Ordinal);
        Assert.Equal(files, PlannedDraw.Files(_draw.Folder));
    }

    [Fact]
    public void Lock_SignedByAnother_IsRefused()
    {
        var (key, other) = (_draw.PathOf("op.pem"), _draw.PathOf("other.pem"));
        ToolRun.Of("draw", "keygen", "--out", key).Succeeded();
        ToolRun.Of("draw", "keygen", "--out", other).Succeeded();
        _draw.Lock("--round", "38", "--key", key).Succeeded();

        Assert.Contains("is not by this key, and a draw is signed by one. $.publicKey: ", _draw.Lock("--round", "38", "--key", other).Refused(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing", "This is no PEM text with a private key of the curve P-256.")]
    [InlineData("", "This is no PEM text with a private key of the curve P-256.")]
    public void Lock_BadKey_NamesTheFileAndNotItsContent(string content, string rule)
    {
        var key = _draw.Write("op.pem", content);

        Assert.Equal($"--key is '{key}'; {rule}\n", _draw.Lock("--round", "38", "--key", key).Refused());
    }

    [Fact]
    public void Lock_PlacesThatCannotBeUsed_SaySo()
    {
        string[] options = ["--round", "38"];

        Assert.Equal("PLAN is '/no/plan.json'; there is no such file.\n", ToolRun.Of(["draw", "lock", "/no/plan.json", "--out", _draw.Folder, .. options]).Refused());
        Assert.StartsWith($"--out is '{_draw.Plan}/w'; it cannot be written: ", ToolRun.Of(["draw", "lock", _draw.Plan, "--out", $"{_draw.Plan}/w", .. options]).Refused(), StringComparison.Ordinal);
        Assert.StartsWith($"--out is '{_draw.Plan}'; it cannot be written: ", ToolRun.Of(["draw", "lock", _draw.Plan, "--out", _draw.Plan, .. options]).Refused(), StringComparison.Ordinal);
        Assert.Equal("--out is empty; it names a folder.\n", ToolRun.Of(["draw", "lock", _draw.Plan, "--out", "", .. options]).Refused());
        Assert.Equal("--key is '/no/key'; there is no such file.\n", _draw.Lock([.. options, "--key", "/no/key"]).Refused());
    }

    [Fact]
    public void Lock_BadPlan_NamesEachProblem()
    {
        _draw.Write("rank.txt", "p-1\t9\np-1\tx\n");
        _draw.Write("authors.txt", "m1\tp-1\n");

        var complaint = _draw.Lock("--round", "38").Refused();

        Assert.StartsWith($"{_draw.Plan} is no plan of a draw:\n  rank.txt: line 2: 'x': ", complaint, StringComparison.Ordinal);
        Assert.Contains("\n  authors.txt: entrant ", complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void Lock_QuotasThatCannotBeMet_NamesTheConflict()
    {
        _draw.Write("teams.txt", "m1\ta\nm2\ta\nm3\ta\nm 语\tb\n");
        _draw.Write("plan.json", """
            { "draw": "c/d/p", "overlap": "allowed", "rules": [ { "id": "r", "rule": "random", "take": 3, "pool": "messages.txt", "strata": "teams.txt", "quotas": [ { "stratum": "b", "min": 2, "max": 2 } ] } ] }
            """);

        Assert.StartsWith("Rule 'r', stratum 'b': ", _draw.Lock("--round", "38").Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void Lock_UnderPseudonyms_PublishesNoIdAndGivesEachTheirSalt()
    {
        var (key, salts) = (_draw.Write("pseudonym.key", $"{PlannedDraw.Secret}\n"), _draw.PathOf("salts.txt"));

        _draw.Lock("--commitment", PlannedDraw.Commitment, "--pseudonym-key", key, "--salts", salts).Succeeded();
        _draw.Hold("--secret", PlannedDraw.Secret).Succeeded();

        _draw.Verify().Succeeded();
        var lines = File.ReadAllLines(salts).Select(line => line.Split('\t')).ToList();
        Assert.Equal(["m 语", "m1", "m2", "m3", "p-1", "p-2", "p-3", "p-4", "p-5", "p-6", "p-9"], lines.Select(line => line[0]));
        Assert.All(lines, line => Assert.Equal(line[2], Pseudonyms.Recompute(Digest.Parse(line[1]), line[0])));
        var pool = PoolFile.Read(_draw.Published("rank.pool.txt"), PoolKind.Scores);
        Assert.Equal(lines.Where(line => line[0] is "p-1" or "p-2" or "p-3" or "p-4").Select(line => line[2]).Order(StringComparer.Ordinal), pool.Ids);
        Assert.All(Directory.GetFiles(_draw.Folder), file => Assert.DoesNotContain("p-1", File.ReadAllText(file), StringComparison.Ordinal));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(salts));
    }

    [Fact]
    public void Lock_UnderPseudonymsAgain_TakesTheSameSaltsAndNoOthers()
    {
        var (key, salts) = (_draw.Write("pseudonym.key", PlannedDraw.Secret), _draw.PathOf("salts.txt"));
        string[] options = ["--round", "38", "--pseudonym-key", key, "--salts", salts];

        _draw.Lock(options).Succeeded();
        _draw.Lock(options).Succeeded();
        _draw.Write("salts.txt", "others");

        Assert.Equal($"--salts is '{salts}'; that file is there already and holds something else.\n", _draw.Lock(options).Refused());
    }

    [Fact]
    public void Lock_SaltsInThePublishedFolder_IsRefused()
    {
        var key = _draw.Write("pseudonym.key", PlannedDraw.Secret);

        Assert.All([_draw.Published("salts.txt"), Path.Combine(_draw.Folder, "..", "w13", "below", "salts.txt")], salts => Assert.Equal(
            $"--salts is '{salts}'; salts are secrets, and '{_draw.Folder}' is published.\n",
            _draw.Lock("--round", "38", "--pseudonym-key", key, "--salts", salts).Refused()));
        Assert.False(Directory.Exists(_draw.Folder));
    }

    [Theory]
    [InlineData("")]
    [InlineData("abcd")]
    [InlineData("5d41402abc4b2a76b9719d911017c592ae2f5f3b1d2c4e6a7b8c9d0e1f20314")]
    [InlineData("xd41402abc4b2a76b9719d911017c592ae2f5f3b1d2c4e6a7b8c9d0e1f203142")]
    public void Lock_BadPseudonymKey_NamesTheRuleAndNotTheKey(string content)
    {
        var key = _draw.Write("pseudonym.key", content);

        Assert.Equal(
            $"--pseudonym-key is '{key}'; it holds 64 hex digits or more, such as `openssl rand -hex 32` prints, and nothing else\n",
            _draw.Lock("--round", "38", "--pseudonym-key", key, "--salts", _draw.PathOf("s.txt")).Refused());
    }

    private FutureEntropy Entropy(params string[] options)
    {
        _draw.Lock(options).Succeeded();
        return DrawFolder.Load(_draw.Folder).Manifest.Entropy;
    }
}
