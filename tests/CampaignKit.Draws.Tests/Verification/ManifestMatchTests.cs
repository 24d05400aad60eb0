using NodaTime.Text;

namespace CampaignKit.Draws.Tests;

/// <summary>The manifest known from the lock, against that of the transcript; and what else is refused at once.</summary>
public sealed class ManifestMatchTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("manifest-").FullName;

    private string TranscriptPath => Path.Combine(_folder, DrawFolder.TranscriptFile);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Verify_AnotherManifestBeside_IsNamed()
    {
        DrawFolder.Save(FuzzedTranscripts.Everything(), _folder);
        Assert.True(DrawVerifier.Verify(TranscriptPath).IsValid);

        File.AppendAllText(Path.Combine(_folder, DrawFolder.ManifestFile), "\n");

        Assert.Equal("manifest.json", DrawVerifier.Verify(TranscriptPath).FirstDifference?.Path);
    }

    [Fact]
    public void Verify_DigestSavedAtTheLock_MustBeThatOfTheManifest()
    {
        var transcript = FuzzedTranscripts.Everything();

        Assert.True(DrawVerifier.Verify(transcript, new VerificationOptions { ManifestDigest = transcript.ManifestDigest }).IsValid);
        var difference = DrawVerifier.Verify(transcript, new VerificationOptions { ManifestDigest = Digest.Of("saved") }).FirstDifference!;
        Assert.Equal("$.manifestDigest", difference.Path);
        Assert.Contains(Digest.Of("saved").ToString(), difference.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Save_ThatFails_LeavesNothing()
    {
        Directory.CreateDirectory(TranscriptPath);

        Assert.ThrowsAny<Exception>(() => FuzzedTranscripts.Everything().Save(TranscriptPath));

        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void Parse_LineLongerThanAnyOfAPool_IsRefused()
    {
        var json = PoolTree.Of(Pool.Of(["a", "b"])).Prove("a").ToJson();
        var longer = json.Replace("\"line\": \"a\"", $"\"line\": \"{new string('a', 4_000_000)}\"", StringComparison.Ordinal);

        Assert.Equal("$.found.line", Assert.Throws<DrawDocumentException>(() => PoolProof.Parse(longer)).Path);
        Assert.Equal(Digest.Of(new byte[4_000_001]), MerkleHash.Leaf(new byte[4_000_000]));
    }

    [Fact]
    public void Restore_QuotasThatCannotBeMet_AreRefusedAsAtTheLock()
    {
        var pool = Pool.Of(["a", "b"]).HeldBy(new Dictionary<string, string> { ["a"] = "p", ["b"] = "p" }).InStrata(new Dictionary<string, string> { ["a"] = "x", ["b"] = "x" });
        var plan = Draw.Plan("c/d/p").Random("r", pool, 2, 0, Quota.AtLeast("x", 2));
        var locked = plan.AllowOverlap().Lock(Changning.Entropy);
        var manifest = locked.Manifest.ToString().Replace("\"allowed\"", "\"one-prize-per-person\"", StringComparison.Ordinal);

        Assert.Throws<InfeasibleQuotasException>(() => plan.OnePrizePerPerson().Lock(Changning.Entropy));
        Assert.Throws<InfeasibleQuotasException>(() => LockedDraw.Restore(manifest, locked.Pools));
        Assert.True(DrawVerifier.Verify(locked.Hold(Changning.Reveal).Transcript).IsValid);
    }

    [Fact]
    public void Open_BeforeTheRandomnessDecides_IsRefused()
    {
        var held = FuzzedTranscripts.Get("beacon, weights, ties extended");
        var due = held.Manifest.DecidesFrom!.Value;

        Assert.Throws<ArgumentException>(() => Claims.Open(held, due - NodaTime.Duration.FromSeconds(1)));
        var opened = held.WithClaims(Claims.Open(held, due));
        Assert.True(DrawVerifier.Verify(opened).IsValid);
        var (at, before) = (InstantPattern.General.Format(due), InstantPattern.General.Format(due - NodaTime.Duration.FromSeconds(1)));
        var early = Transcript.Parse(opened.ToJson().Replace($"\"at\": \"{at}\"", $"\"at\": \"{before}\"", StringComparison.Ordinal));
        Assert.Equal("$.claims[0].at", DrawVerifier.Verify(early).FirstDifference?.Path);
    }

    [Fact]
    public void Mistakes_OfACaller_AreNamed()
    {
        Assert.Throws<ArgumentNullException>(() => Draw.Plan("c/d/p").CoolDown([null!]));
        Assert.Throws<ArgumentException>(() => Draw.Plan("c/d/p").NumberEndsWith("r", Pool.OfNumbers([("a", "1")]), [null!]));
        Assert.Contains("lower-case hex", Assert.Throws<FormatException>(() => new DrandRound(1, "abc")).Message, StringComparison.Ordinal);
        Assert.Contains("lower-case hex", Assert.Throws<FormatException>(() => new DrandRound(1, "zz")).Message, StringComparison.Ordinal);
        Assert.Equal("stratum", Assert.Throws<ArgumentException>(() => Quota.AtLeast("", 2)).ParamName);
        Assert.Equal("\uFFFD", new DrawName("c", "d", "\uFFFD").Period);
        Assert.Contains("Unicode", Assert.Throws<ArgumentException>(() => new DrawName("c", "d", "\uD800")).Message, StringComparison.Ordinal);
        Assert.Equal("$.uri", Assert.Throws<DrawDocumentException>(() => NistPulse.Parse("{}", "")).Path);
    }
}
