using System.Diagnostics;
using System.Security.Cryptography;

namespace CampaignKit.Draws.Tests;

public sealed class OperatorSignatureTests : IDisposable
{
    private static readonly OperatorKey Key = OperatorKey.Create();

    private static readonly DrawResult Held = Changning.Held();

    private readonly string _folder = Directory.CreateTempSubdirectory("signed-").FullName;

    private string TranscriptPath => Path.Combine(_folder, DrawFolder.TranscriptFile);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Sign_ManifestAndTranscript_IsGood()
    {
        var manifest = OperatorSignature.Parse(Key.Sign(Held.Transcript.Manifest).ToJson());
        var transcript = OperatorSignature.Parse(Key.Sign(Held.Transcript).ToJson());

        Assert.Null(manifest.FirstDifference(Held.Transcript.Manifest, Key.PublicKey));
        Assert.Null(transcript.FirstDifference(Held.Transcript, Key.PublicKey));
        Assert.Equal("$.document", manifest.FirstDifference(Held.Transcript)!.Path);
        Assert.Equal("$.publicKey", manifest.FirstDifference(Held.Transcript.Manifest, OperatorKey.Create().PublicKey)!.Path);
        Assert.Equal("$.digest", manifest.FirstDifference(ClaimableDraw.Held(OverlapPolicy.Allowed).Transcript.Manifest)!.Path);
    }

    [Fact]
    public void FirstDifference_MadeByAnotherKey_NamesTheSignature()
    {
        var manifest = Held.Transcript.Manifest;
        var forged = new OperatorSignature(SignedDocument.Manifest, manifest.Digest, Key.PublicKey, OperatorKey.Create().Sign(manifest).Signature.Span);

        Assert.Equal("$.signature", forged.FirstDifference(manifest, Key.PublicKey)!.Path);
        Assert.Equal("$.signature", new OperatorSignature(SignedDocument.Manifest, manifest.Digest, Key.PublicKey, [1, 2, 3]).FirstDifference(manifest)!.Path);
    }

    [Fact]
    public void Digest_OfTranscript_IsThatOfWhatIsDrawnAlone()
    {
        var held = ClaimableDraw.Held(OverlapPolicy.Allowed).Transcript;

        Assert.Equal(held.Digest, held.WithProofs(held.Pools).WithClaims(Claims.Open(held, NodaTime.Instant.FromUtc(2021, 4, 5, 0, 0))).WithoutPools().Digest);
        Assert.Equal(held.Digest, Transcript.Parse(held.ToJson()).Digest);
        Assert.NotEqual(held.Digest, ClaimableDraw.Held(OverlapPolicy.OnePrizePerPerson).Transcript.Digest);
    }

    [Fact]
    public void FromPem_WrittenKeys_AreReadAgain()
    {
        var read = OperatorKey.FromPem(Key.ToPem());

        Assert.Equal(Key.PublicKey, read.PublicKey);
        Assert.Equal(Key.PublicKey, OperatorPublicKey.FromPem(Key.PublicKey.ToPem()));
        Assert.Equal(Key.PublicKey, OperatorPublicKey.Parse(Key.PublicKey.ToString()));
        Assert.Null(read.Sign(Held.Transcript).FirstDifference(Held.Transcript, Key.PublicKey));
    }

    [Fact]
    public void FromPem_OtherKeys_AreRefused()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);

        Assert.Throws<FormatException>(() => OperatorKey.FromPem(other.ExportPkcs8PrivateKeyPem()));
        Assert.Throws<FormatException>(() => OperatorKey.FromPem(Key.PublicKey.ToPem()));
        Assert.Throws<FormatException>(() => OperatorKey.FromPem("no key"));
        Assert.Throws<FormatException>(() => OperatorPublicKey.FromPem(other.ExportSubjectPublicKeyInfoPem()));
        Assert.Throws<FormatException>(() => OperatorPublicKey.FromPem(Key.ToPem()));
        Assert.Throws<FormatException>(() => OperatorPublicKey.Parse(Convert.ToBase64String(other.ExportSubjectPublicKeyInfo())));
        Assert.Throws<FormatException>(() => OperatorPublicKey.Parse(Key.PublicKey + "\n"));
    }

    [Fact]
    public void Parse_PointNotOnTheCurve_IsRefused()
    {
        var bytes = Convert.FromBase64String(Key.PublicKey.ToString());
        bytes[^1] ^= 1;

        Assert.Throws<FormatException>(() => OperatorPublicKey.Parse(Convert.ToBase64String(bytes)));
    }

    [Fact]
    public void Verify_SignedFolder_IsValidAndSaysByWhichKey()
    {
        DrawFolder.Save(Held, _folder, Key);

        var check = DrawVerifier.Verify(TranscriptPath, new VerificationOptions { OperatorKey = Key.PublicKey });
        Assert.True(check.IsValid, check.ToString());
        Assert.Equal((Key.PublicKey, true, 2), (check.Signature.Key, check.Signature.IsKnown, check.Signature.Documents.Count));
        Assert.Contains($"manifest and transcript signed by the operator's key {Key.PublicKey.Fingerprint}", check.ToString(), StringComparison.Ordinal);

        var unknown = DrawVerifier.Verify(TranscriptPath);
        Assert.True(unknown.IsValid);
        Assert.Contains($"signed by key {Key.PublicKey.Fingerprint}, not checked against a known key", unknown.ToString(), StringComparison.Ordinal);
        Assert.Contains("not signed", DrawVerifier.Verify(Held.Transcript).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_LockSignedBeforeHeld_IsValidAgainAsPrizesAreClaimed()
    {
        var held = ClaimableDraw.Held(OverlapPolicy.Allowed).Transcript;
        DrawFolder.Save(LockedDraw.Restore(held.Manifest.ToString(), held.Pools), _folder, Key);
        DrawFolder.Save(held, _folder, Key);

        DrawFolder.Save(held.WithClaims(Claims.Open(held, NodaTime.Instant.FromUtc(2021, 4, 5, 0, 0))), _folder);

        Assert.True(DrawVerifier.Verify(TranscriptPath, new VerificationOptions { OperatorKey = Key.PublicKey }).IsValid);
    }

    [Theory]
    [InlineData(DrawFolder.ManifestSignatureFile)]
    [InlineData(DrawFolder.TranscriptSignatureFile)]
    public void Verify_SignatureMissing_IsInvalidForWhoKnowsTheKey(string file)
    {
        DrawFolder.Save(Held, _folder, Key);
        File.Delete(Path.Combine(_folder, file));

        Assert.Equal(file, DrawVerifier.Verify(TranscriptPath, new VerificationOptions { OperatorKey = Key.PublicKey }).FirstDifference?.Path);
        Assert.True(DrawVerifier.Verify(TranscriptPath).IsValid);
    }

    [Fact]
    public void Verify_SignedByAnother_NamesTheField()
    {
        DrawFolder.Save(Held, _folder, OperatorKey.Create());
        Assert.Equal("manifest.signature.json: $.publicKey", DrawVerifier.Verify(TranscriptPath, new VerificationOptions { OperatorKey = Key.PublicKey }).FirstDifference?.Path);

        Key.Sign(Held.Transcript.Manifest).Save(Path.Combine(_folder, DrawFolder.ManifestSignatureFile));
        Assert.Equal("transcript.signature.json: $.publicKey", DrawVerifier.Verify(TranscriptPath).FirstDifference?.Path);

        Key.Sign(Held.Transcript.Manifest).Save(Path.Combine(_folder, DrawFolder.TranscriptSignatureFile));
        Assert.Equal("transcript.signature.json: $.document", DrawVerifier.Verify(TranscriptPath).FirstDifference?.Path);
    }

    [Fact]
    public void Verify_SignaturesGiven_AreUsed()
    {
        var options = new VerificationOptions { OperatorKey = Key.PublicKey, ManifestSignature = Key.Sign(Held.Transcript.Manifest) };

        Assert.Equal(DrawFolder.TranscriptSignatureFile, DrawVerifier.Verify(Held.Transcript, options).FirstDifference?.Path);
        Assert.True(DrawVerifier.Verify(Held.Transcript, options with { TranscriptSignature = Key.Sign(Held.Transcript) }).IsValid);
    }

    /// <summary>The command of the format's page, as printed there.</summary>
    [OpenSslFact]
    public void Sign_CheckedByOpenSsl_IsVerified()
    {
        var signature = Key.Sign(Held.Transcript.Manifest);
        File.WriteAllText(Path.Combine(_folder, "operator.pem"), Key.PublicKey.ToPem());
        File.WriteAllBytes(Path.Combine(_folder, "signature.der"), signature.Signature.Span);

        Assert.Contains("Verified OK", Shell($"digest={signature.Digest}; {PrintedCommand()}"), StringComparison.Ordinal);
        Assert.DoesNotContain("Verified OK", Shell($"digest={Held.Transcript.Digest}; {PrintedCommand()}"), StringComparison.Ordinal);
    }

    [OpenSslFact]
    public void FromPem_MadeByOpenSsl_Signs()
    {
        Shell("openssl ecparam -name prime256v1 -genkey -noout -out key.pem && openssl ec -in key.pem -pubout -out operator.pem");
        var key = OperatorKey.FromPem(File.ReadAllText(Path.Combine(_folder, "key.pem")));

        Assert.Equal(OperatorPublicKey.FromPem(File.ReadAllText(Path.Combine(_folder, "operator.pem"))), key.PublicKey);
        Shell($"printf '{OperatorSignature.TextToSign(SignedDocument.Transcript, Held.Transcript.Digest)}' | openssl dgst -sha256 -sign key.pem -out signature.der");
        var elsewhere = new OperatorSignature(SignedDocument.Transcript, Held.Transcript.Digest, key.PublicKey, File.ReadAllBytes(Path.Combine(_folder, "signature.der")));
        Assert.Null(elsewhere.FirstDifference(Held.Transcript, key.PublicKey));
    }

    private static string PrintedCommand()
    {
        var page = File.ReadAllLines(Path.Combine(SharedFiles.RepositoryRoot, "docs/draw-format.md"));
        return Assert.Single(page, line => line.Contains("openssl dgst", StringComparison.Ordinal));
    }

    private string Shell(string command)
    {
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", $"{command} 2>&1"]) { WorkingDirectory = _folder, RedirectStandardOutput = true })!;
        var output = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();
        return output;
    }
}
