using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CampaignKit.Draws;

/// <summary>
/// The certificate under which a beacon signs. The beacon names it by the SHA-512 of its DER bytes. Whose it is, and whether it has
/// expired since, is not asked: the manifest names it, and pulses stay what they are.
/// </summary>
internal sealed class BeaconCertificate
{
    private const string Label = "CERTIFICATE";

    private readonly byte[] _der;

    private BeaconCertificate(byte[] der) => _der = der;

    /// <summary>The hash by which the beacon names it, 128 lower-case hex digits.</summary>
    internal string Id => Convert.ToHexStringLower(SHA512.HashData(_der));

    /// <summary>The certificate in PEM, in the one form that transcripts hold: lines of 64, no line feed at the end.</summary>
    internal string Pem => PemEncoding.WriteString(Label, _der);

    /// <summary>Reads the first certificate in a text.</summary>
    /// <exception cref="FormatException"><paramref name="pem"/> has none, or one without an RSA key.</exception>
    internal static BeaconCertificate Parse(string pem)
    {
        if (!PemEncoding.TryFind(pem, out var found) || !pem.AsSpan()[found.Label].SequenceEqual(Label))
            throw new FormatException("A certificate is PEM, between BEGIN CERTIFICATE and END CERTIFICATE.");
        var certificate = new BeaconCertificate(Convert.FromBase64String(pem[found.Base64Data]));
        try
        {
            using var key = certificate.Key();
        }
        catch (CryptographicException broken)
        {
            throw new FormatException($"The certificate cannot be read: {broken.Message}", broken);
        }

        return certificate;
    }

    /// <summary>Whether a signature over <paramref name="message"/> is good: RSA with SHA-512, padded by PKCS #1 v1.5.</summary>
    internal bool Verifies(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        using var key = Key();
        return key.VerifyData(message, signature, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1);
    }

    private RSA Key()
    {
        using var certificate = X509CertificateLoader.LoadCertificate(_der);
        return certificate.GetRSAPublicKey() ?? throw new CryptographicException("its key is not of RSA");
    }
}
