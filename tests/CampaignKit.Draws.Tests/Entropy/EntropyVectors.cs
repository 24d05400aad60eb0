using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;

namespace CampaignKit.Draws.Tests;

/// <summary>Records of real beacons.</summary>
internal static class EntropyVectors
{
    internal static readonly JsonElement[] DrandBeacons = Cases("drand-beacons.json");

    internal static readonly JsonElement[] DrandChains = Cases("drand-chain-info.json");

    internal static readonly DrandRound Round38 = new(38, "95c93585c513ebbcb4777ff15599b3140e5ec0295faa0e483f3deadd88fa6d43f0d3703e3a4ce106e8fd6c6987f32126");

    private static readonly JsonElement Nist = Read("nist-beacon-v2-pulse-54610.json");

    internal static readonly string NistCertificate = Nist.GetProperty("certificate_pem").GetString()!;

    internal static readonly string NistPulseJson = Nist.GetProperty("cases")[0].GetProperty("pulse").GetRawText();

    internal static readonly NistPulse Pulse = NistPulse.Parse(NistPulseJson, NistCertificate);

    internal static readonly FutureNistPulse FuturePulse = new(1, Instant.FromUtc(2018, 8, 30, 17, 44), Pulse.CertificateId);

    internal static JsonObject NistPulseNode() => JsonNode.Parse(NistPulseJson)!.AsObject();

    internal static JsonElement Read(string file) => JsonDocument.Parse(File.ReadAllText(SharedFiles.Beside($"Vectors/{file}"))).RootElement;

    /// <summary>What a round of the vectors signs, by the rule that stands beside them.</summary>
    internal static byte[] DrandMessage(JsonElement beacon)
    {
        var previous = beacon.TryGetProperty("previous_signature", out var signature) ? Convert.FromHexString(signature.GetString()!) : [];
        var round = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(round, beacon.GetProperty("round").GetUInt64());
        return SHA256.HashData([.. previous, .. round]);
    }

    internal static string? Said(this JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static JsonElement[] Cases(string file) => [.. MethodVectors.Read(file).EnumerateArray()];
}
