using System.Text.Json;
using CampaignKit.Draws;

namespace CampaignKit.Tool.Draws;

/// <summary>What checking a proof against a manifest came to.</summary>
internal sealed class ProofCheck
{
    private readonly PoolProof? _proof;
    private readonly Manifest _manifest;
    private readonly List<string> _rules;
    private readonly OperatorPublicKey? _signedBy;

    private ProofCheck(PoolProof? proof, Manifest manifest, List<string> rules, OperatorPublicKey? signedBy, Difference? firstDifference)
    {
        _proof = proof;
        _manifest = manifest;
        _rules = rules;
        _signedBy = signedBy;
        FirstDifference = firstDifference;
    }

    /// <summary>The first thing that is wrong; null if the proof shows what it says.</summary>
    public Difference? FirstDifference { get; }

    /// <summary>Checks a proof: its root is that of a rule's pool, its lines lead there, and the manifest is signed if a key is known.</summary>
    public static ProofCheck Of(string json, Manifest manifest, string manifestPath, OperatorPublicKey? known)
    {
        PoolProof proof;
        try
        {
            proof = PoolProof.Parse(json);
        }
        catch (DrawDocumentException wrong)
        {
            return new ProofCheck(null, manifest, [], null, new Difference(wrong.Path, wrong.Rule, wrong.Value));
        }

        var rules = manifest.Rules.Where(rule => rule.Pool.MerkleRoot == proof.Root).Select(rule => rule.Id).ToList();
        var difference = rules.Count == 0
            ? new Difference("$.root", $"a root of the manifest: {string.Join(", ", manifest.Rules.Select(rule => $"{rule.Pool.MerkleRoot} of {rule.Id}"))}", proof.Root.ToString())
            : proof.FirstDifference(proof.Root);
        difference ??= known is null ? null : SignatureDifference(manifest, manifestPath, known);
        return new ProofCheck(proof, manifest, rules, difference is null ? known : null, difference);
    }

    public void Write(TextWriter output)
    {
        if (FirstDifference is not null)
        {
            output.WriteLine($"Invalid: {FirstDifference}");
            return;
        }

        output.WriteLine($"Valid: {ProofInWords.Of(_proof!, string.Join(" and ", _rules), _manifest)}");
        output.WriteLine($"  manifest {_manifest.Digest}; {(_signedBy is null ? "whether it is the one published is for you to compare" : $"signed by the operator's key {_signedBy.Fingerprint}")}");
    }

    public void Write(Utf8JsonWriter document)
    {
        document.WriteString("status", FirstDifference is null ? "valid" : "invalid");
        document.WriteBoolean("isValid", FirstDifference is null);
        VerificationReport.Write(document, FirstDifference);
        document.WriteString("draw", _manifest.Name.ToString());
        document.WriteString("manifestDigest", _manifest.Digest.ToString());
        document.WriteStartArray("rules");
        foreach (var rule in _rules)
            document.WriteStringValue(rule);
        document.WriteEndArray();
        document.WriteString("id", _proof?.Id);
        if (_proof is { } proof)
        {
            document.WriteBoolean("isIncluded", proof.IsIncluded);
            document.WriteNumber("size", proof.Size);
        }
        else
        {
            document.WriteNull("isIncluded");
            document.WriteNull("size");
        }

        document.WriteString("signature", _signedBy?.Fingerprint.ToString());
    }

    private static Difference? SignatureDifference(Manifest manifest, string manifestPath, OperatorPublicKey known)
    {
        const string file = DrawFolder.ManifestSignatureFile;
        var path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(manifestPath))!, file);
        if (!File.Exists(path))
            return new Difference(file, $"a signature of the manifest by the key {known.Fingerprint}", "none");
        try
        {
            return InputFile.Read("--manifest", path, OperatorSignature.Load).FirstDifference(manifest, known) is { } difference ? difference with { Path = $"{file}: {difference.Path}" } : null;
        }
        catch (DrawDocumentException wrong)
        {
            return new Difference($"{file}: {wrong.Path}", wrong.Rule, wrong.Value);
        }
    }
}
