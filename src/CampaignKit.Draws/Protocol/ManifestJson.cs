using System.Buffers;
using System.Text.Json;

namespace CampaignKit.Draws;

/// <summary>The manifest as JSON.</summary>
internal static class ManifestJson
{
    private static readonly Dictionary<string, OverlapPolicy> Overlaps = new()
    {
        ["one-prize-per-person"] = OverlapPolicy.OnePrizePerPerson,
        ["allowed"] = OverlapPolicy.Allowed,
    };

    internal static byte[] Write(Manifest manifest)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text))
            Write(json, manifest);
        using var document = JsonDocument.Parse(text.WrittenMemory);
        return CanonicalJson.Of(document.RootElement);
    }

    internal static Manifest Read(DocumentNode node)
    {
        node.Object("format", "campaign", "draw", "period", "overlap", "entropy", "rules");
        node.Field("format").Text(format => format == Manifest.Format ? null : $"the format is {Manifest.Format}");
        var rules = node.Field("rules").Items();
        if (rules.Count == 0)
            throw node.Field("rules").Refuse("a draw has at least one rule");
        var read = new List<DrawRule>();
        foreach (var rule in rules)
        {
            read.Add(RuleJson.Read(rule));
            if (read.Count(other => string.Equals(other.Id, read[^1].Id, StringComparison.OrdinalIgnoreCase)) > 1)
                throw rule.Field("id").Refuse("rule ids differ in more than case");
        }

        return new Manifest(
            new DrawName(
                node.Field("campaign").Text(DrawName.PartProblem),
                node.Field("draw").Text(DrawName.PartProblem),
                node.Field("period").Text(DrawName.PartProblem)),
            node.Field("overlap").OneOf(Overlaps),
            EntropyJson.ReadFuture(node.Field("entropy")),
            [.. read]);
    }

    private static void Write(Utf8JsonWriter json, Manifest manifest)
    {
        json.WriteStartObject();
        json.WriteString("format", Manifest.Format);
        json.WriteString("campaign", manifest.Name.Campaign);
        json.WriteString("draw", manifest.Name.Draw);
        json.WriteString("period", manifest.Name.Period);
        json.WriteString("overlap", Overlaps.NameOf(manifest.Overlap));
        json.WriteStartObject("entropy");
        EntropyJson.Write(json, manifest.Entropy);
        json.WriteEndObject();
        json.WriteStartArray("rules");
        foreach (var rule in manifest.Rules)
        {
            json.WriteStartObject();
            RuleJson.Write(json, rule);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
