using System.Security.Cryptography;
using System.Text;

namespace CampaignKit.Draws;

/// <summary>
/// The secret key with which an operator signs manifests and transcripts: ECDSA over the curve P-256. Immutable, safe from any thread.
/// The key's bytes stay in memory for as long as this object does.
/// </summary>
/// <remarks>
/// A key that never leaves its device signs <see cref="OperatorSignature.TextToSign"/> there;
/// <see cref="OperatorSignature(SignedDocument, Digest, OperatorPublicKey, ReadOnlySpan{byte})"/> makes the document from what it gave.
/// </remarks>
public sealed class OperatorKey
{
    private const string PemLabel = "PRIVATE KEY";

    private readonly byte[] _pkcs8;

    private OperatorKey(ECDsa key)
    {
        _pkcs8 = key.ExportPkcs8PrivateKey();
        PublicKey = OperatorPublicKey.Of(key);
    }

    /// <summary>The key to publish, long before the draw.</summary>
    public OperatorPublicKey PublicKey { get; }

    /// <summary>A new key, by the platform's source of randomness.</summary>
    public static OperatorKey Create()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new OperatorKey(key);
    }

    /// <summary>Reads a key from PEM, not encrypted: PKCS#8, or the form of <c>openssl ecparam -name prime256v1 -genkey -noout</c>.</summary>
    /// <exception cref="FormatException"><paramref name="pem"/> holds no such key.</exception>
    public static OperatorKey FromPem(string pem)
    {
        Guard.Against.Null(pem);
        try
        {
            using var key = ECDsa.Create();
            key.ImportFromPem(pem);
            var read = new OperatorKey(key);
            return OperatorPublicKey.Problem(read.PublicKey.ToString()) is { } rule ? throw new FormatException($"The key is of another curve: {rule}.") : read;
        }
        catch (Exception wrong) when (wrong is CryptographicException or ArgumentException)
        {
            throw new FormatException("This is no PEM text with a private key of the curve P-256.", wrong);
        }
    }

    /// <summary>The key as PEM (PKCS#8, not encrypted). Who reads it can sign in the operator's name.</summary>
    public string ToPem() => PemEncoding.WriteString(PemLabel, _pkcs8) + "\n";

    /// <summary>Signs a manifest.</summary>
    public OperatorSignature Sign(Manifest manifest) => Sign(SignedDocument.Manifest, Guard.Against.Null(manifest).Digest);

    /// <summary>Signs a transcript; pools, proofs, exclusions and claims are no part of what is signed.</summary>
    public OperatorSignature Sign(Transcript transcript) => Sign(SignedDocument.Transcript, Guard.Against.Null(transcript).Digest);

    private OperatorSignature Sign(SignedDocument document, Digest digest)
    {
        using var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(_pkcs8, out _);
        var text = Encoding.UTF8.GetBytes(OperatorSignature.TextToSign(document, digest));
        return new OperatorSignature(document, digest, PublicKey, key.SignData(text, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
    }
}
