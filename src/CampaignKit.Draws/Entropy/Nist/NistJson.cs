using System.Text.Json;

namespace CampaignKit.Draws;

/// <summary>Pulses of the NIST beacon as JSON. In a transcript a pulse is as the beacon wrote it, but for what the beacon does not sign.</summary>
internal static class NistJson
{
    internal const string Source = "nist-beacon-2.0";

    /// <summary>The hex digits of a SHA-512.</summary>
    internal const int HashDigits = 128;

    private const int RsaWithSha512 = 0;
    private const int MaxSignatureDigits = 4_096;

    private static readonly string[] PulseFields =
    [
        "uri", "version", "cipherSuite", "period", "certificateId", "chainIndex", "pulseIndex", "timeStamp", "localRandomValue", "external",
        "listValues", "precommitmentValue", "statusCode", "signatureValue", "outputValue",
    ];

    private static readonly string[] Earlier = ["previous", "hour", "day", "month", "year"];

    internal static void Write(Utf8JsonWriter json, FutureNistPulse future)
    {
        json.WriteNumber("chain", future.Chain);
        json.WriteString("at", WholeSecond.TextOf(future.At));
        json.WriteString("certificateId", future.CertificateId);
    }

    internal static FutureNistPulse ReadFuture(DocumentNode node)
    {
        node.Object("source", "chain", "at", "certificateId");
        var at = WholeSecond.Read(node.Field("at"));
        return new FutureNistPulse(
            node.Field("chain").Integer(1, CanonicalJson.MaxSafeInteger),
            FutureNistPulse.IsMinute(at) ? at : throw node.Field("at").Refuse("a pulse is at a whole minute"),
            node.Field("certificateId").Text(FutureNistPulse.CertificateIdProblem));
    }

    internal static void Write(Utf8JsonWriter json, NistPulse pulse)
    {
        var fields = pulse.Fields;
        json.WriteStartObject("pulse");
        json.WriteString("uri", fields.Uri);
        json.WriteString("version", fields.Version);
        json.WriteNumber("cipherSuite", fields.CipherSuite);
        json.WriteNumber("period", fields.Period);
        json.WriteString("certificateId", fields.CertificateId);
        json.WriteNumber("chainIndex", fields.ChainIndex);
        json.WriteNumber("pulseIndex", fields.PulseIndex);
        json.WriteString("timeStamp", fields.TimeStamp);
        json.WriteString("localRandomValue", fields.LocalRandomValue);
        json.WriteStartObject("external");
        json.WriteString("sourceId", fields.ExternalSourceId);
        json.WriteNumber("statusCode", fields.ExternalStatusCode);
        json.WriteString("value", fields.ExternalValue);
        json.WriteEndObject();
        json.WriteStartArray("listValues");
        foreach (var (type, value) in Earlier.Zip([fields.Previous, fields.Hour, fields.Day, fields.Month, fields.Year]))
        {
            json.WriteStartObject();
            json.WriteString("type", type);
            json.WriteString("value", value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("precommitmentValue", fields.PrecommitmentValue);
        json.WriteNumber("statusCode", fields.StatusCode);
        json.WriteString("signatureValue", fields.SignatureValue);
        json.WriteString("outputValue", fields.OutputValue);
        json.WriteEndObject();
        json.WriteString("certificate", pulse.Certificate);
    }

    internal static NistPulse ReadRecord(DocumentNode node)
    {
        node.Object("source", "pulse", "certificate");
        var pulse = node.Field("pulse").Object(PulseFields);
        pulse.Field("external").Object("sourceId", "statusCode", "value");
        foreach (var earlier in pulse.Field("listValues").Items())
            earlier.Object("type", "value");
        return new NistPulse(ReadPulse(pulse), ReadCertificate(node.Field("certificate")));
    }

    /// <summary>A pulse as the beacon writes it, alone or as the field <c>pulse</c>.</summary>
    internal static NistPulseFields ParsePulse(byte[] utf8)
    {
        using var document = DocumentNode.Parse(utf8);
        var root = new DocumentNode(document.RootElement, "$");
        return ReadPulse(root.Optional("pulse") ?? root);
    }

    // The beacon may say more in a pulse than it signs.
    private static NistPulseFields ReadPulse(DocumentNode node)
    {
        foreach (var name in PulseFields)
            node.Field(name);
        var external = node.Field("external");
        var earlier = ReadEarlier(node.Field("listValues"));
        return new NistPulseFields
        {
            Uri = node.Field("uri").Text(),
            Version = node.Field("version").Text(),
            CipherSuite = node.Field("cipherSuite").Integer(RsaWithSha512, RsaWithSha512),
            Period = Integer32(node.Field("period")),
            CertificateId = Hash(node.Field("certificateId")).ToLowerInvariant(),
            ChainIndex = Integer64(node.Field("chainIndex")),
            PulseIndex = Integer64(node.Field("pulseIndex")),
            TimeStamp = node.Field("timeStamp").Text(),
            LocalRandomValue = Hash(node.Field("localRandomValue")),
            ExternalSourceId = Hash(external.Field("sourceId")),
            ExternalStatusCode = Integer32(external.Field("statusCode")),
            ExternalValue = Hash(external.Field("value")),
            Previous = earlier[0],
            Hour = earlier[1],
            Day = earlier[2],
            Month = earlier[3],
            Year = earlier[4],
            PrecommitmentValue = Hash(node.Field("precommitmentValue")),
            StatusCode = Integer32(node.Field("statusCode")),
            SignatureValue = Upper(node.Field("signatureValue"), text => text.Length is > 0 and <= MaxSignatureDigits && text.Length % 2 == 0, "a signature is hex, two digits a byte"),
            OutputValue = Hash(node.Field("outputValue")),
        };
    }

    private static string[] ReadEarlier(DocumentNode node)
    {
        var items = node.Items();
        if (items.Count != Earlier.Length)
            throw node.Refuse($"the outputs of earlier pulses are {string.Join(", ", Earlier)}, in that order");
        return [.. items.Zip(Earlier, (item, type) =>
        {
            item.Field("type").Text(found => found == type ? null : $"'{type}' stands here");
            return Hash(item.Field("value"));
        })];
    }

    private static BeaconCertificate ReadCertificate(DocumentNode node)
    {
        try
        {
            return BeaconCertificate.Parse(node.Text());
        }
        catch (FormatException wrong) when (wrong is not DrawDocumentException)
        {
            throw node.Refuse(wrong.Message);
        }
    }

    private static long Integer32(DocumentNode node) => node.Integer(0, uint.MaxValue);

    private static long Integer64(DocumentNode node) => node.Integer(0, CanonicalJson.MaxSafeInteger);

    private static string Hash(DocumentNode node) => Upper(node, text => text.Length == HashDigits, $"a SHA-512 has {HashDigits} hex digits");

    // The beacon writes upper case, but what it signs are bytes.
    private static string Upper(DocumentNode node, Func<string, bool> isLong, string rule) =>
        node.Text(text => isLong(text) && text.All(char.IsAsciiHexDigit) ? null : rule).ToUpperInvariant();
}
