using System.Collections.Frozen;
using System.Text;
using System.Text.Json;

namespace CampaignKit.Draws;

/// <summary>The transcript as JSON.</summary>
internal static class TranscriptJson
{
    internal static byte[] Write(Transcript transcript) => DocumentWriter.Write(json => Write(json, transcript));

    internal static Digest DigestOf(Transcript transcript)
    {
        using var signed = JsonDocument.Parse(DocumentWriter.Write(json =>
        {
            json.WriteStartObject();
            WriteSigned(json, transcript);
            json.WriteEndObject();
        }));
        return Digest.Of(CanonicalJson.Of(signed.RootElement));
    }

    internal static Transcript Read(DocumentNode node)
    {
        node.Object("format", "manifest", "manifestDigest", "entropy", "lateReason", "seed", "rules", "digest", "claims", "proofs", "pools", "exclusions");
        node.Field("format").Text(format => format == Transcript.Format ? null : $"the format is {Transcript.Format}");
        var manifest = ManifestJson.Read(node.Field("manifest"));
        var rules = node.Field("rules").Items();
        if (rules.Count != manifest.Rules.Count)
            throw node.Field("rules").Refuse($"there is one outcome for each of the {manifest.Rules.Count} rules of the manifest");
        _ = node.Field("digest").Digest();
        return new Transcript(
            manifest,
            node.Field("manifestDigest").Digest(),
            EntropyJson.ReadRecord(node.Field("entropy")),
            node.Field("seed").Digest(),
            [.. rules.Select((rule, i) => OutcomeJson.Read(rule, manifest.Rules[i]))],
            node.Optional("pools") is { } pools ? ReadPools(pools, manifest) : FrozenDictionary<string, Pool>.Empty)
        {
            LateReason = node.Optional("lateReason")?.Text(reason =>
                manifest.Late is null ? "only a draw with a late source has a reason why it decided" : StatedText.Problem(reason)),
            Exclusions = node.Optional("exclusions") is { } exclusions ? ReadExclusions(exclusions) : null,
            Claims = node.Optional("claims") is { } claims ? PrizeEventJson.Read(claims, manifest) : [],
            Proofs = node.Optional("proofs") is { } proofs ? InclusionProofsJson.Read(proofs, manifest) : FrozenDictionary<string, IReadOnlyList<ProvenLine>>.Empty,
        };
    }

    /// <summary>What is fixed once a draw was held, and what the digest is of; the rest is kept beside the document, or happens later.</summary>
    private static void WriteSigned(Utf8JsonWriter json, Transcript transcript)
    {
        json.WriteString("format", Transcript.Format);
        json.WritePropertyName("manifest");
        using (var manifest = JsonDocument.Parse(transcript.Manifest.Bytes))
            manifest.RootElement.WriteTo(json);
        json.WriteString("manifestDigest", transcript.ManifestDigest.ToString());
        json.WriteStartObject("entropy");
        EntropyJson.Write(json, transcript.Entropy);
        json.WriteEndObject();
        if (transcript.LateReason is { } reason)
            json.WriteString("lateReason", reason);
        json.WriteString("seed", transcript.Seed.ToString());
        json.WriteStartArray("rules");
        for (var i = 0; i < transcript.Rules.Count; i++)
            OutcomeJson.Write(json, transcript.Rules[i], transcript.Manifest.Rules[i]);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Transcript transcript)
    {
        json.WriteStartObject();
        WriteSigned(json, transcript);
        json.WriteString("digest", transcript.Digest.ToString());
        if (transcript.Claims.Count > 0)
        {
            json.WriteStartArray("claims");
            foreach (var happened in transcript.Claims)
                PrizeEventJson.Write(json, happened);
            json.WriteEndArray();
        }

        if (transcript.Proofs.Count > 0)
            InclusionProofsJson.Write(json, transcript);
        if (transcript.Pools.Count > 0)
            WritePools(json, transcript);
        if (transcript.Exclusions is { } exclusions)
            WriteLines(json, "exclusions", exclusions.Lines);
        json.WriteEndObject();
    }

    private static void WritePools(Utf8JsonWriter json, Transcript transcript)
    {
        json.WriteStartArray("pools");
        foreach (var rule in transcript.Manifest.Rules)
        {
            if (!transcript.Pools.TryGetValue(rule.Id, out var pool))
                continue;
            json.WriteStartObject();
            json.WriteString("rule", rule.Id);
            WriteLines(json, "entrants", pool.Lines);
            if (pool.Holders is { } holders)
                WriteLines(json, "holders", holders.Lines);
            if (pool.Strata is { } strata)
                WriteLines(json, "strata", strata.Lines);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLines(Utf8JsonWriter json, string name, EntrantLines lines)
    {
        json.WriteStartArray(name);
        for (var i = 0; i < lines.Count; i++)
            json.WriteStringValue(lines.LineText(i));
        json.WriteEndArray();
    }

    private static FrozenDictionary<string, Pool> ReadPools(DocumentNode node, Manifest manifest)
    {
        var pools = new Dictionary<string, Pool>(StringComparer.Ordinal);
        foreach (var item in node.Items())
        {
            item.Object("rule", "entrants", "holders", "strata");
            var id = item.Field("rule").Text();
            var rule = manifest.Rules.FirstOrDefault(rule => rule.Id == id) ?? throw item.Field("rule").Refuse("it is a rule of the manifest");
            if (!pools.TryAdd(rule.Id, ReadPool(item, rule.Pool.Kind)))
                throw item.Field("rule").Refuse("a rule has one pool");
        }

        return pools.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static Pool ReadPool(DocumentNode node, PoolKind kind)
    {
        var pool = Pool.Of(kind, ReadLines(node.Field("entrants"), LineShape.Of(kind)));
        if (node.Optional("holders") is { } holders)
            pool = Refusing(holders, () => pool.HeldBy(ReadLines(holders, LineShape.Holders)));
        if (node.Optional("strata") is { } strata)
            pool = Refusing(strata, () => pool.InStrata(ReadLines(strata, LineShape.Strata)));
        return pool;
    }

    private static Exclusions ReadExclusions(DocumentNode node)
    {
        var exclusions = Exclusions.Of(ReadLines(node, LineShape.Reasons));
        return exclusions.Size > 0 ? exclusions : throw node.Refuse("where there are exclusions, there is at least one");
    }

    private static EntrantLines ReadLines(DocumentNode node, LineShape shape) => Refusing(node, () =>
    {
        var lines = new EntrantLinesBuilder(shape, "entry");
        foreach (var line in node.Items())
            lines.AddLine(Encoding.UTF8.GetBytes(line.Text()));
        return lines.Build();
    });

    private static T Refusing<T>(DocumentNode node, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (PoolFormatException wrong)
        {
            throw node.Refuse(wrong.Message);
        }
    }
}
