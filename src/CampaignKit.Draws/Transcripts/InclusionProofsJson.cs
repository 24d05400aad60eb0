using System.Collections.Frozen;
using System.Text.Json;

namespace CampaignKit.Draws;

/// <summary>The proofs of a transcript as JSON.</summary>
internal static class InclusionProofsJson
{
    internal static void Write(Utf8JsonWriter json, Transcript transcript)
    {
        json.WriteStartArray("proofs");
        foreach (var rule in transcript.Manifest.Rules)
        {
            if (!transcript.Proofs.TryGetValue(rule.Id, out var lines))
                continue;
            json.WriteStartObject();
            json.WriteString("rule", rule.Id);
            json.WriteStartArray("lines");
            foreach (var line in lines)
                PoolProofJson.Write(json, line);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    internal static FrozenDictionary<string, IReadOnlyList<ProvenLine>> Read(DocumentNode node, Manifest manifest)
    {
        var proofs = new Dictionary<string, IReadOnlyList<ProvenLine>>(StringComparer.Ordinal);
        foreach (var item in node.Items())
        {
            item.Object("rule", "lines");
            var id = item.Field("rule").Text();
            var rule = manifest.Rules.FirstOrDefault(rule => rule.Id == id) ?? throw item.Field("rule").Refuse("it is a rule of the manifest");
            if (!proofs.TryAdd(id, [.. item.Field("lines").Items().Select(line => PoolProofJson.Line(line, rule.Pool.Size))]))
                throw item.Field("rule").Refuse("the proofs of a rule stand together");
        }

        return proofs.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
