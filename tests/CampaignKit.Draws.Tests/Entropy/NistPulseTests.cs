using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using NodaTime;

namespace CampaignKit.Draws.Tests;

public sealed class NistPulseTests
{
    private static readonly string[] Fields =
    [
        "uri", "version", "cipherSuite", "period", "certificateId", "chainIndex", "pulseIndex", "timeStamp", "localRandomValue", "external.sourceId", "external.statusCode",
        "external.value", "listValues.0.value", "listValues.1.value", "listValues.2.value", "listValues.3.value", "listValues.4.value", "precommitmentValue", "statusCode",
        "signatureValue", "outputValue",
    ];

    public static TheoryData<string> AllFields => [.. Fields];

    [Fact]
    public void Pulse_AsPublished_IsSignatureChecked()
    {
        var result = Hold(EntropyVectors.Pulse);

        var check = DrawVerifier.Verify(result.Transcript);

        Assert.Equal((true, EntropyCheck.SignatureChecked), (check.IsValid, check.Entropy));
        Assert.Equal(Digest.Of(Convert.FromHexString(EntropyVectors.Pulse.OutputValue)), result.Transcript.Entropy.Randomness);
        Assert.Equal((1, 54_610), (EntropyVectors.Pulse.ChainIndex, EntropyVectors.Pulse.PulseIndex));
    }

    [Fact]
    public void Transcript_OfPulse_IsReadAsWritten()
    {
        var transcript = Hold(EntropyVectors.Pulse).Transcript;
        var read = Transcript.Parse(transcript.ToJson());

        Assert.Equal(EntropyVectors.Pulse, read.Entropy);
        Assert.Equal(EntropyVectors.FuturePulse, read.Manifest.Entropy);
        Assert.Equal(transcript.ToJson(), read.ToJson());
    }

    [Fact]
    public void Parse_PulseInItsEnvelopeOrInLowerCase_IsTheSame()
    {
        var lower = EntropyVectors.NistPulseNode();
        lower["outputValue"] = EntropyVectors.Pulse.OutputValue.ToLowerInvariant();
        lower["more"] = "of the beacon's";

        Assert.Equal(EntropyVectors.Pulse, NistPulse.Parse($$"""{"pulse": {{EntropyVectors.NistPulseJson}} }""", EntropyVectors.NistCertificate));
        Assert.Equal(EntropyVectors.Pulse, NistPulse.Parse(lower.ToJsonString(), $"subject=NIST\n{EntropyVectors.NistCertificate.ReplaceLineEndings("\r\n")}"));
    }

    [Theory]
    [MemberData(nameof(AllFields))]
    public void Pulse_OneBitFlippedInAField_IsRefused(string field)
    {
        var pulse = EntropyVectors.NistPulseNode();
        Flip(pulse, field);

        Assert.True(IsRefused(pulse), field);
    }

    [Theory]
    [MemberData(nameof(AllFields))]
    public void Pulse_FieldChangedAndOutputMadeToFit_IsRefused(string field)
    {
        var pulse = EntropyVectors.NistPulseNode();
        Flip(pulse, field);
        if (field is "cipherSuite" or "outputValue")
            return;
        var changed = NistPulse.Parse(pulse.ToJsonString(), EntropyVectors.NistCertificate);
        pulse["outputValue"] = Convert.ToHexString(SHA512.HashData([.. changed.Fields.SignedBytes(), .. changed.Fields.Signature]));

        var difference = EntropyVectors.FuturePulse.FirstDifference(NistPulse.Parse(pulse.ToJsonString(), EntropyVectors.NistCertificate));

        Assert.Equal(field is "certificateId" or "chainIndex" or "timeStamp" ? $"$.entropy.pulse.{field}" : "$.entropy.pulse.signatureValue", difference?.Path);
    }

    [Theory]
    [MemberData(nameof(AllFields))]
    public void Parse_FieldMissing_NamesIt(string field)
    {
        var pulse = EntropyVectors.NistPulseNode();
        var (parent, name) = Place(pulse, field);
        parent.AsObject().Remove(name);

        Assert.EndsWith($".{name}", Assert.Throws<DrawDocumentException>(() => NistPulse.Parse(pulse.ToJsonString(), EntropyVectors.NistCertificate)).Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localRandomValue", "\"AB\"")]
    [InlineData("signatureValue", "\"ABC\"")]
    [InlineData("signatureValue", "\"\"")]
    [InlineData("signatureValue", "\"+1\"")]
    [InlineData("period", "4294967296")]
    [InlineData("chainIndex", "-1")]
    [InlineData("cipherSuite", "1")]
    [InlineData("listValues", "[]")]
    [InlineData("external", "[]")]
    public void Parse_FieldMalformed_NamesIt(string field, string value)
    {
        var pulse = EntropyVectors.NistPulseNode();
        pulse[field] = JsonNode.Parse(value);

        Assert.StartsWith($"$.{field}", Assert.Throws<DrawDocumentException>(() => NistPulse.Parse(pulse.ToJsonString(), EntropyVectors.NistCertificate)).Path, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_LongFileOfAnotherKind_ShowsItsBeginningOnly()
    {
        var error = Assert.Throws<DrawDocumentException>(() => NistPulse.Parse(new string('n', 5000), EntropyVectors.NistCertificate));

        Assert.Contains("line 1, byte 2: 'nnn", error.Message, StringComparison.Ordinal);
        Assert.InRange(error.Message.Length, 100, 250);
    }

    [Fact]
    public void Parse_EarlierOutputsInAnotherOrder_IsRefused()
    {
        var pulse = EntropyVectors.NistPulseNode();
        var list = pulse["listValues"]!.AsArray();
        var first = list[0]!;
        list.RemoveAt(0);
        list.Add(first);

        Assert.Equal("$.listValues[0].type", Assert.Throws<DrawDocumentException>(() => NistPulse.Parse(pulse.ToJsonString(), EntropyVectors.NistCertificate)).Path);
    }

    [Fact]
    public void Hold_AnotherChainTimeOrCertificate_IsRefused()
    {
        var (at, id) = (EntropyVectors.FuturePulse.At, EntropyVectors.FuturePulse.CertificateId);

        Assert.Equal("$.entropy.pulse.chainIndex", new FutureNistPulse(2, at, id).FirstDifference(EntropyVectors.Pulse)?.Path);
        Assert.Equal("$.entropy.pulse.timeStamp", new FutureNistPulse(1, at + Duration.FromMinutes(1), id).FirstDifference(EntropyVectors.Pulse)?.Path);
        Assert.Equal("$.entropy.pulse.certificateId", new FutureNistPulse(1, at, new string('0', 128)).FirstDifference(EntropyVectors.Pulse)?.Path);
    }

    [Fact]
    public void Hold_CertificateOfAnother_IsRefused()
    {
        var pulse = NistPulse.Parse(EntropyVectors.NistPulseJson, FirstCertificate);

        Assert.Equal(
            "$.entropy.certificate",
            Assert.Throws<EntropyRefusedException>(() => Hold(pulse)).Difference.Path);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----")]
    public void Parse_NoCertificate_IsRefused(string certificate) => Assert.Throws<FormatException>(() => NistPulse.Parse(EntropyVectors.NistPulseJson, certificate));

    [Fact]
    public void Certificate_WithoutRsaKey_IsRefused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new System.Security.Cryptography.X509Certificates.CertificateRequest("CN=x", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(1));

        Assert.Throws<FormatException>(() => NistPulse.Parse(EntropyVectors.NistPulseJson, certificate.ExportCertificatePem()));
    }

    [Fact]
    public void Verify_AnyByteOfTheRecordChanged_IsFound()
    {
        var bytes = Encoding.UTF8.GetBytes(Hold(EntropyVectors.Pulse).Transcript.ToJson());
        var text = Encoding.UTF8.GetString(bytes);
        var (start, end) = (text.IndexOf("\"pulse\"", StringComparison.Ordinal), text.IndexOf("\"seed\"", StringComparison.Ordinal));
        var path = Path.GetTempFileName();
        try
        {
            for (var i = start; i < end; i++)
            {
                if (char.IsWhiteSpace((char)bytes[i]))
                    continue;
                var mask = (byte)(i % 3 == 0 ? 0x20 : 0x01);
                bytes[i] ^= mask;
                File.WriteAllBytes(path, bytes);
                Assert.True(DrawVerifier.Verify(path).Status == VerificationStatus.Invalid, $"byte {i} xor {mask}");
                bytes[i] ^= mask;
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData(0, 60)]
    [InlineData(59.999_999_9, 60)]
    [InlineData(60, 120)]
    [InlineData(-0.000_000_1, 0)]
    [InlineData(-60, 0)]
    public void FirstAfter_AnyInstant_IsTheNextMinute(double seconds, long at) => Assert.Equal(
        Instant.FromUnixTimeSeconds(at),
        FutureNistPulse.FirstAfter(Instant.FromUnixTimeSeconds(0) + Duration.FromSeconds(seconds), 1, EntropyVectors.Pulse.CertificateId).At);

    [Fact]
    public void Future_Malformed_IsRefused()
    {
        var (at, id) = (EntropyVectors.FuturePulse.At, EntropyVectors.FuturePulse.CertificateId);
        Assert.Throws<ArgumentOutOfRangeException>(() => new FutureNistPulse(0, at, id));
        Assert.Throws<ArgumentException>(() => new FutureNistPulse(1, at + Duration.FromSeconds(1), id));
        Assert.Throws<ArgumentException>(() => new FutureNistPulse(1, at, id.ToUpperInvariant()));
        Assert.Throws<ArgumentException>(() => new FutureNistPulse(1, at, id[1..]));
    }

    [Theory]
    [InlineData("\"chain\":1", "\"chain\":0", "$.entropy.chain")]
    [InlineData("17:44:00Z", "17:44:01Z", "$.entropy.at")]
    [InlineData("17:44:00Z", "17:44", "$.entropy.at")]
    [InlineData("\"certificateId\":\"5", "\"certificateId\":\"g", "$.entropy.certificateId")]
    [InlineData("\"chain\":1", "\"chain\":1,\"due\":1", "$.entropy.due")]
    public void Manifest_FieldChanged_NamesIt(string from, string to, string path)
    {
        var json = Plan().Lock(EntropyVectors.FuturePulse).Manifest.ToString();
        Assert.Contains(from, json, StringComparison.Ordinal);

        Assert.Equal(path, Assert.Throws<DrawDocumentException>(() => Manifest.Parse(json.Replace(from, to, StringComparison.Ordinal))).Path);
    }

    [Theory]
    [InlineData("\"type\": \"hour\",", "\"type\": \"hour\", \"uri\": \"u\",", "$.entropy.pulse.listValues[1].uri")]
    [InlineData("\"version\"", "\"more\": 1, \"version\"", "$.entropy.pulse.more")]
    [InlineData("\"sourceId\"", "\"more\": 1, \"sourceId\"", "$.entropy.pulse.external.more")]
    [InlineData("BEGIN CERTIFICATE", "BEGIN CERTIFICATION", "$.entropy.certificate")]
    public void Transcript_WhatIsNotSigned_HasNoPlace(string from, string to, string path)
    {
        var json = Hold(EntropyVectors.Pulse).Transcript.ToJson();
        Assert.Contains(from, json, StringComparison.Ordinal);

        Assert.Equal(path, Assert.Throws<DrawDocumentException>(() => Transcript.Parse(json.Replace(from, to, StringComparison.Ordinal))).Path);
    }

    // Version 1.0 ended in 2018, so no draw can name it; its records were signed in the same way, printed backwards.
    [Fact]
    public void Certificate_OfTheFirstBeacon_VerifiesItsRecord()
    {
        var vectors = EntropyVectors.Read("nist-beacon-v1.json");
        var record = vectors.GetProperty("cases")[0].GetProperty("record");
        var printed = Convert.FromHexString(record.Said("signatureValue")!);
        byte[] message =
        [
            .. Encoding.UTF8.GetBytes(record.Said("version")!),
            .. BigEndian(record.Said("frequency")!, sizeof(uint)),
            .. BigEndian(record.Said("timeStamp")!, sizeof(ulong)),
            .. Convert.FromHexString(record.Said("seedValue")!),
            .. Convert.FromHexString(record.Said("previousOutputValue")!),
            .. BigEndian(record.Said("statusCode")!, sizeof(uint)),
        ];
        var certificate = BeaconCertificate.Parse(FirstCertificate);

        Assert.Equal(record.Said("outputValue"), Convert.ToHexString(SHA512.HashData(printed)));
        Assert.True(certificate.Verifies(message, [.. printed.Reverse()]));
        Assert.False(certificate.Verifies(message, printed));
        message[0] ^= 1;
        Assert.False(certificate.Verifies(message, [.. printed.Reverse()]));
    }

    private static string FirstCertificate => EntropyVectors.Read("nist-beacon-v1.json").Said("certificate_pem")!;

    private static byte[] BigEndian(string number, int size) =>
        [.. BitConverter.GetBytes(ulong.Parse(number, System.Globalization.CultureInfo.InvariantCulture)).Take(size).Reverse()];

    private static DrawPlan Plan() => Draw.Plan("c/d/p").Random("r", Pool.Of(["a", "b"]), 1).AllowOverlap();

    private static DrawResult Hold(NistPulse pulse) => Plan().Lock(EntropyVectors.FuturePulse).Hold(pulse);

    private static bool IsRefused(JsonObject pulse)
    {
        try
        {
            return EntropyVectors.FuturePulse.FirstDifference(NistPulse.Parse(pulse.ToJsonString(), EntropyVectors.NistCertificate)) is not null;
        }
        catch (DrawDocumentException)
        {
            return true;
        }
    }

    private static (JsonNode Parent, string Name) Place(JsonObject pulse, string field)
    {
        var names = field.Split('.');
        JsonNode parent = pulse;
        foreach (var name in names[..^1])
            parent = char.IsAsciiDigit(name[0]) ? parent.AsArray()[name[0] - '0']! : parent[name]!;
        return (parent, names[^1]);
    }

    private static void Flip(JsonObject pulse, string field)
    {
        var (parent, name) = Place(pulse, field);
        var value = parent[name]!.AsValue();
        if (value.TryGetValue<long>(out var number))
        {
            parent[name] = number ^ 1;
            return;
        }

        var text = value.GetValue<string>();
        var last = text[^1];
        var isHex = text.Length >= 128;
        parent[name] = text[..^1] + (isHex ? Convert.ToHexString([(byte)(Convert.FromHexString($"0{last}")[0] ^ 1)])[1] : (char)(last ^ 1));
    }
}
