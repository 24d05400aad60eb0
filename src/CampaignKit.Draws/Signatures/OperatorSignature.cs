using System.Text;

namespace CampaignKit.Draws;

/// <summary>
/// An operator's signature of a manifest or a transcript, as a document of its own. Immutable, safe from any thread.
/// </summary>
/// <remarks>A signature that was read says what its writer claims; <c>FirstDifference</c> tells whether it is so.</remarks>
public sealed class OperatorSignature
{
    /// <summary>The name of the format.</summary>
    public const string Format = "campaignkit-signature-v1";

    private readonly byte[] _signature;

    /// <summary>A signature that was made elsewhere, such as by a device that keeps the key.</summary>
    /// <param name="document">What was signed.</param>
    /// <param name="digest">The digest of it.</param>
    /// <param name="publicKey">The key by which it is checked.</param>
    /// <param name="signature">ECDSA with SHA-256 of <see cref="TextToSign"/> in UTF-8, in DER.</param>
    public OperatorSignature(SignedDocument document, Digest digest, OperatorPublicKey publicKey, ReadOnlySpan<byte> signature)
    {
        Document = Guard.Against.EnumOutOfRange(document);
        Digest = digest;
        PublicKey = Guard.Against.Null(publicKey);
        _signature = signature.ToArray();
    }

    /// <summary>What was signed.</summary>
    public SignedDocument Document { get; }

    /// <summary>The digest of what was signed.</summary>
    public Digest Digest { get; }

    /// <summary>The key that it says it was signed by.</summary>
    public OperatorPublicKey PublicKey { get; }

    /// <summary>The signature in DER.</summary>
    public ReadOnlyMemory<byte> Signature => _signature;

    /// <summary>The text that is signed: <c>campaignkit-signature-v1:{manifest|transcript}:{digest}</c>.</summary>
    public static string TextToSign(SignedDocument document, Digest digest) =>
        $"{Format}:{OperatorSignatureJson.Documents.NameOf(Guard.Against.EnumOutOfRange(document))}:{digest}";

    /// <summary>Reads a signature.</summary>
    /// <exception cref="DrawDocumentException">The file is no signature; the error names path, value and rule.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static OperatorSignature Load(string path) => Parse(File.ReadAllBytes(Guard.Against.NullOrEmpty(path)));

    /// <summary>Reads a signature.</summary>
    /// <exception cref="DrawDocumentException"><paramref name="json"/> is no signature; the error names path, value and rule.</exception>
    public static OperatorSignature Parse(string json) => Parse(Encoding.UTF8.GetBytes(Guard.Against.Null(json)));

    /// <summary>Writes the document; a file of that name is replaced, as a whole or not at all.</summary>
    public void Save(string path) => WholeFile.Write(path, stream => stream.Write(OperatorSignatureJson.Write(this)));

    /// <summary>The document: indented, fields in a fixed order, a line feed at the end.</summary>
    public string ToJson() => Encoding.UTF8.GetString(OperatorSignatureJson.Write(this));

    /// <summary>The first thing that keeps this from being the operator's signature of a manifest; null if it is.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="expected">The operator's key, known from elsewhere. Null: any key; then it tells only that whoever holds that key has signed.</param>
    public Difference? FirstDifference(Manifest manifest, OperatorPublicKey? expected = null) =>
        FirstDifference(SignedDocument.Manifest, Guard.Against.Null(manifest).Digest, expected);

    /// <summary>The first thing that keeps this from being the operator's signature of a transcript; null if it is.</summary>
    /// <param name="transcript">The transcript.</param>
    /// <param name="expected">The operator's key, known from elsewhere. Null: any key; then it tells only that whoever holds that key has signed.</param>
    public Difference? FirstDifference(Transcript transcript, OperatorPublicKey? expected = null) =>
        FirstDifference(SignedDocument.Transcript, Guard.Against.Null(transcript).Digest, expected);

    internal static OperatorSignature Parse(ReadOnlyMemory<byte> utf8)
    {
        using var document = DocumentNode.Parse(utf8);
        return OperatorSignatureJson.Read(new DocumentNode(document.RootElement, "$"));
    }

    internal Difference? FirstDifference(SignedDocument document, Digest digest, OperatorPublicKey? expected)
    {
        if (Document != document)
            return new Difference("$.document", $"the signature of a {OperatorSignatureJson.Documents.NameOf(document)}", $"that of a {OperatorSignatureJson.Documents.NameOf(Document)}");
        if (Digest != digest)
            return new Difference("$.digest", $"{digest}, the digest of the {OperatorSignatureJson.Documents.NameOf(document)}", Digest.ToString());
        if (expected is not null && PublicKey != expected)
            return new Difference("$.publicKey", $"the operator's key {expected.Fingerprint}", $"another, {PublicKey.Fingerprint}");
        return PublicKey.Verifies(TextToSign(document, digest), _signature)
            ? null
            : new Difference("$.signature", $"a signature of '{TextToSign(document, digest)}' by the key {PublicKey.Fingerprint}", "one that this key did not make");
    }
}
