using System.Security.Cryptography;
using System.Text;

namespace CampaignKit.Draws;

/// <summary>
/// A pulse as NIST's Randomness Beacon 2.0 published it, with the certificate under which it is signed. The randomness is the SHA-256 of
/// the 64 bytes of its output value.
/// </summary>
public sealed record NistPulse : EntropyRecord
{
    internal NistPulse(NistPulseFields fields, BeaconCertificate certificate)
        : base(Digest.Of(Convert.FromHexString(fields.OutputValue)))
    {
        Fields = fields;
        Certificate = certificate.Pem;
    }

    /// <summary>The address of the pulse, which is signed with it.</summary>
    public string Uri => Fields.Uri;

    /// <summary>The chain.</summary>
    public long ChainIndex => Fields.ChainIndex;

    /// <summary>The number of the pulse in its chain.</summary>
    public long PulseIndex => Fields.PulseIndex;

    /// <summary>The time of the pulse, as the beacon writes it: <c>2018-08-30T17:44:00.000Z</c>.</summary>
    public string TimeStamp => Fields.TimeStamp;

    /// <summary>The hash by which the pulse names its certificate: SHA-512 of the DER bytes, 128 lower-case hex digits.</summary>
    public string CertificateId => Fields.CertificateId;

    /// <summary>The output, 128 upper-case hex digits: SHA-512(signed bytes ‖ signature).</summary>
    public string OutputValue => Fields.OutputValue;

    /// <summary>The certificate in PEM: lines of 64, no line feed at the end.</summary>
    public string Certificate { get; }

    internal NistPulseFields Fields { get; }

    /// <summary>Reads a pulse as the beacon writes it, alone or as the field <c>pulse</c>. Of its fields those are kept that are signed.</summary>
    /// <param name="json">What <c>https://beacon.nist.gov/beacon/2.0/chain/{chain}/pulse/time/{ms}</c> gives.</param>
    /// <param name="certificate">The certificate in PEM: what <c>https://beacon.nist.gov/beacon/2.0/certificate/{certificateId}</c> gives.</param>
    /// <exception cref="DrawDocumentException"><paramref name="json"/> is no pulse; the error names path, value and rule.</exception>
    /// <exception cref="FormatException"><paramref name="certificate"/> is no certificate with an RSA key.</exception>
    public static NistPulse Parse(string json, string certificate) =>
        new(NistJson.ParsePulse(Encoding.UTF8.GetBytes(Guard.Against.Null(json))), BeaconCertificate.Parse(Guard.Against.Null(certificate)));

    /// <summary>The first thing in the pulse that does not follow from the rest of it; null if all does.</summary>
    internal Difference? FirstDifference()
    {
        var certificate = BeaconCertificate.Parse(Certificate);
        if (certificate.Id != CertificateId)
            return new Difference("$.entropy.certificate", $"the certificate whose SHA-512 is {CertificateId}", $"one whose SHA-512 is {certificate.Id}");
        var message = Fields.SignedBytes();
        var output = Convert.ToHexString(SHA512.HashData([.. message, .. Fields.Signature]));
        if (OutputValue != output)
            return new Difference("$.entropy.pulse.outputValue", $"{output}, the SHA-512 of the signed bytes and the signature", OutputValue);
        return certificate.Verifies(message, Fields.Signature)
            ? null
            : new Difference("$.entropy.pulse.signatureValue", $"a signature of the pulse under the certificate {CertificateId}", Fields.SignatureValue);
    }
}
