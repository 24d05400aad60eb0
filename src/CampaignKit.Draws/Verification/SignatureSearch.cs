namespace CampaignKit.Draws;

/// <summary>The operator's signatures at hand for a verification: given by the caller, or in files beside the transcript.</summary>
internal sealed class SignatureSearch
{
    private readonly OperatorPublicKey? _known;
    private readonly List<SignedDocument> _signed = [];
    private OperatorPublicKey? _key;

    internal SignatureSearch(Transcript transcript, VerificationOptions options, string? folder)
    {
        _known = options.OperatorKey;
        _key = _known;
        FirstDifference = Check(SignedDocument.Manifest, () => transcript.Manifest.Digest, options.ManifestSignature, folder, DrawFolder.ManifestSignatureFile)
            ?? Check(SignedDocument.Transcript, () => transcript.Digest, options.TranscriptSignature, folder, DrawFolder.TranscriptSignatureFile);
    }

    /// <summary>The first thing that is wrong with the signatures, or missing; null if all is well.</summary>
    internal Difference? FirstDifference { get; }

    internal SignatureEvidence Evidence => _signed.Count == 0 ? SignatureEvidence.None : new SignatureEvidence([.. _signed], _key, _known is not null);

    // Both documents of a draw are signed by one key; without a known one, that of the first.
    private Difference? Check(SignedDocument document, Func<Digest> digest, OperatorSignature? given, string? folder, string file)
    {
        try
        {
            var signature = given ?? Read(folder, file);
            if (signature is null)
                return _known is null ? null : new Difference(file, $"a signature of the {OperatorSignatureJson.Documents.NameOf(document)} by the key {_known.Fingerprint}", "none");
            if (signature.FirstDifference(document, digest(), _key) is { } difference)
                return difference with { Path = $"{file}: {difference.Path}" };
            _key = signature.PublicKey;
            _signed.Add(document);
            return null;
        }
        catch (DrawDocumentException wrong)
        {
            return new Difference($"{file}: {wrong.Path}", wrong.Rule, wrong.Value);
        }
    }

    private static OperatorSignature? Read(string? folder, string file)
    {
        var path = folder is null ? null : Path.Combine(folder, file);
        return File.Exists(path) ? OperatorSignature.Load(path) : null;
    }
}
