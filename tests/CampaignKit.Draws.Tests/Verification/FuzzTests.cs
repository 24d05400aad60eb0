using System.Text;
using System.Text.Json;

namespace CampaignKit.Draws.Tests;

/// <summary>No document that differs from a valid one verifies: each is refused with the place that is wrong, and nothing is thrown.</summary>
public sealed class FuzzTests : IDisposable
{
    private static readonly OperatorKey Key = OperatorKey.Create();

    private readonly string _folder = Directory.CreateTempSubdirectory("fuzz-").FullName;

    public static TheoryData<string> Transcripts => FuzzedTranscripts.Names;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Transcripts))]
    public void Verify_Unchanged_IsValid(string name)
    {
        var check = Verify(FuzzedTranscripts.Document(name));

        Assert.True(check.IsValid, check.ToString());
    }

    [Theory]
    [MemberData(nameof(Transcripts))]
    public void Verify_AnyBitFlipped_IsInvalid(string name)
    {
        var document = FuzzedTranscripts.Document(name);
        Parallel.For(0, document.Length, i =>
        {
            var changed = document.ToArray();
            for (var bit = 0; bit < 8; bit++)
            {
                changed[i] ^= (byte)(1 << bit);
                AssertInvalid(changed, $"byte {i}, bit {bit}");
                changed[i] ^= (byte)(1 << bit);
            }
        });
    }

    /// <summary>White space is free, so a flip that gave other white space would verify: there is none.</summary>
    [Theory]
    [MemberData(nameof(Transcripts))]
    public void Flip_OfWhiteSpace_GivesNone(string name)
    {
        byte[] white = [.. " \t\r\n"u8];
        var written = FuzzedTranscripts.Document(name).Intersect(white).ToList();

        Assert.Equal([(byte)'\n', (byte)' '], written.Order());
        Assert.DoesNotContain(written.SelectMany(space => Enumerable.Range(0, 8).Select(bit => (byte)(space ^ (1 << bit)))), flipped => white.Contains(flipped));
    }

    [Theory]
    [MemberData(nameof(Transcripts))]
    public void Verify_TruncatedAnywhere_IsInvalid(string name)
    {
        var document = FuzzedTranscripts.Document(name);
        var closed = document.AsSpan().LastIndexOf((byte)'}');
        Parallel.For(0, closed + 1, length => AssertInvalid(document[..length], $"cut at {length}"));
    }

    [Theory]
    [MemberData(nameof(Transcripts))]
    public void Verify_LinesSwappedRemovedOrDoubled_IsInvalid(string name)
    {
        var lines = Encoding.UTF8.GetString(FuzzedTranscripts.Document(name)).TrimEnd('\n').Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            AssertInvalid([.. lines[..i], .. lines[(i + 1)..]], $"line {i} removed");
            AssertInvalid([.. lines[..i], lines[i], .. lines[i..]], $"line {i} doubled");
            for (var other = i + 1; other < Math.Min(lines.Length, i + 12); other++)
            {
                var sameButForWhiteSpace = lines[i].Trim() == lines[other].Trim();
                if (sameButForWhiteSpace)
                    continue;
                var swapped = lines.ToArray();
                (swapped[i], swapped[other]) = (swapped[other], swapped[i]);
                AssertInvalid(swapped, $"lines {i} and {other} swapped");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Transcripts))]
    public void Verify_AnyFieldOrItemChanged_IsInvalid(string name)
    {
        using var document = JsonDocument.Parse(FuzzedTranscripts.Document(name));
        Parallel.ForEach(DocumentMutation.Of(document.RootElement), mutation =>
        {
            if (mutation.Change == "removed" && IsOptional(mutation.Path))
                return;
            AssertInvalid(Encoding.UTF8.GetBytes(mutation.Json), $"{mutation.Path} {mutation.Change}");
        });
    }

    [Fact]
    public void Verify_BeaconOfAnotherChain_NamesWhereItDiffers()
    {
        var json = Encoding.UTF8.GetString(FuzzedTranscripts.Document("beacon, weights, ties extended"));
        var (ours, other) = (new DrandRound(38, Between(json, "\"signature\": \"", "\"")), new DrandRound(38, new string('a', 192)));

        var check = Verify(Encoding.UTF8.GetBytes(json
            .Replace(ours.Signature, other.Signature, StringComparison.Ordinal)
            .Replace(ours.Randomness.ToString(), other.Randomness.ToString(), StringComparison.Ordinal)));
        Assert.Equal((VerificationStatus.Invalid, "$.entropy.signature"), (check.Status, check.FirstDifference?.Path));

        check = Verify(Encoding.UTF8.GetBytes(json.Replace(Drand.Quicknet.Hash.ToString(), Drand.Default.Hash.ToString(), StringComparison.Ordinal)));
        Assert.Equal((VerificationStatus.Invalid, "$.manifest.entropy.due"), (check.Status, check.FirstDifference?.Path));
    }

    [Fact]
    public void FirstDifference_AnyBitOfASignatureFlipped_IsThere()
    {
        var transcript = FuzzedTranscripts.Everything();
        var document = Encoding.UTF8.GetBytes(Key.Sign(transcript.Manifest).ToJson());
        for (var i = 0; i < document.Length; i++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                document[i] ^= (byte)(1 << bit);
                Assert.True(IsRefused(document, transcript.Manifest), $"byte {i}, bit {bit}");
                document[i] ^= (byte)(1 << bit);
            }
        }

        Assert.False(IsRefused(document, transcript.Manifest));
    }

    [Theory]
    [InlineData("\"format\"", "\"formal\"", "$.formal")]
    [InlineData("\"document\": \"manifest\"", "\"document\": \"manifold\"", "$.document")]
    [InlineData("\"publicKey\": \"MFkw", "\"publicKey\": \"MFkx", "$.publicKey")]
    [InlineData("\"signature\": \"M", "\"signature\": \" M", "$.signature")]
    [InlineData("{", "[", "$")]
    public void Verify_SignatureThatCannotBeRead_IsInvalidAndNamesFileAndField(string from, string to, string path)
    {
        DrawFolder.Save(FuzzedTranscripts.Everything(), _folder, Key);
        var file = Path.Combine(_folder, DrawFolder.ManifestSignatureFile);
        File.WriteAllText(file, File.ReadAllText(file).Replace(from, to, StringComparison.Ordinal));

        var check = DrawVerifier.Verify(Path.Combine(_folder, DrawFolder.TranscriptFile));

        Assert.Equal((VerificationStatus.Invalid, $"manifest.signature.json: {path}"), (check.Status, check.FirstDifference?.Path));
    }

    // By whoever knows the key, and by whoever does not.
    private static bool IsRefused(byte[] document, Manifest manifest)
    {
        try
        {
            var signature = OperatorSignature.Parse(document);
            return signature.FirstDifference(manifest, Key.PublicKey) is not null && signature.FirstDifference(manifest) is not null;
        }
        catch (DrawDocumentException)
        {
            return true;
        }
    }

    // What may be there or not: claims not yet written down, proofs, pools and exclusions that are kept elsewhere.
    private static bool IsOptional(string path) =>
        path is "$.claims" or "$.claims[2]" or "$.proofs" or "$.pools" or "$.exclusions"
        || (path.StartsWith("$.proofs[", StringComparison.Ordinal) && path.EndsWith(']') && path.Count(c => c == '[') == 1)
        || (path.StartsWith("$.pools[", StringComparison.Ordinal)
            && (path.EndsWith(".holders", StringComparison.Ordinal) || path.EndsWith(".strata", StringComparison.Ordinal) || (path.EndsWith(']') && path.Count(c => c == '[') == 1)));

    private static void AssertInvalid(string[] lines, string change) => AssertInvalid(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"), change);

    private static void AssertInvalid(byte[] document, string change)
    {
        var check = Verify(document);
        Assert.True(!check.IsValid && check.Status == VerificationStatus.Invalid && check.FirstDifference is { Path.Length: > 0 }, $"{change}: {check}");
    }

    private static Verification Verify(byte[] document) => DrawVerifier.Verify(document, new VerificationOptions(), folder: null);

    private static string Between(string text, string start, string end)
    {
        var from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)];
    }
}
