using System.Security.Cryptography;

namespace CampaignKit.Draws;

/// <summary>
/// The public key by which an operator's signatures are checked: ECDSA over the curve P-256. It has one text, a SubjectPublicKeyInfo with
/// named curve and uncompressed point in base64. Immutable, safe from any thread.
/// </summary>
public sealed record OperatorPublicKey
{
    private const string PemLabel = "PUBLIC KEY";
    private const int PointBytes = 64;

    private readonly byte[] _info;

    private OperatorPublicKey(byte[] info) => _info = info;

    // SEQUENCE { SEQUENCE { id-ecPublicKey, prime256v1 }, BIT STRING { uncompressed point … } }: RFC 5480, section 2.
    private static ReadOnlySpan<byte> Header =>
    [
        0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01,
        0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00, 0x04,
    ];

    /// <summary>SHA-256 of the key's bytes, short enough to be compared by people.</summary>
    public Digest Fingerprint => Digest.Of(_info);

    /// <summary>Reads the base64 text of a key.</summary>
    /// <exception cref="FormatException"><paramref name="base64"/> is no such text.</exception>
    public static OperatorPublicKey Parse(string base64) =>
        Problem(Guard.Against.Null(base64)) is { } rule ? throw new FormatException($"'{base64}' is no key: {rule}.") : new OperatorPublicKey(Convert.FromBase64String(base64));

    /// <summary>Reads a key from PEM, label <c>PUBLIC KEY</c>, as <c>openssl ec -pubout</c> writes it.</summary>
    /// <exception cref="FormatException"><paramref name="pem"/> is no such text, or the key is of another kind or curve.</exception>
    public static OperatorPublicKey FromPem(string pem)
    {
        if (!PemEncoding.TryFind(Guard.Against.Null(pem), out var found) || pem[found.Label] != PemLabel)
            throw new FormatException($"This is no PEM text with the label {PemLabel}.");
        return Parse(pem[found.Base64Data].ReplaceLineEndings(string.Empty));
    }

    /// <summary>The key as PEM, for <c>openssl dgst -verify</c>.</summary>
    public string ToPem() => PemEncoding.WriteString(PemLabel, _info) + "\n";

    /// <summary>The base64 text.</summary>
    public override string ToString() => Convert.ToBase64String(_info);

    /// <summary>Whether the same key.</summary>
    public bool Equals(OperatorPublicKey? other) => other is not null && _info.AsSpan().SequenceEqual(other._info);

    /// <inheritdoc/>
    public override int GetHashCode() => Fingerprint.GetHashCode();

    internal static OperatorPublicKey Of(ECDsa key) => new(key.ExportSubjectPublicKeyInfo());

    internal static string? Problem(string base64)
    {
        const string rule = "a key is the SubjectPublicKeyInfo of a point on the curve P-256, uncompressed, in base64";
        if (!Base64Text.TryDecode(base64, out var info) || info.Length != Header.Length + PointBytes || !info.AsSpan().StartsWith(Header))
            return rule;
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(info, out _);
            return null;
        }
        catch (CryptographicException)
        {
            return rule;
        }
    }

    internal bool Verifies(string text, ReadOnlySpan<byte> signature)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(_info, out _);
        return key.VerifyData(System.Text.Encoding.UTF8.GetBytes(text), signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }
}
