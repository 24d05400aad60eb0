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
        node.Object("format", "campaign", "draw", "period", "sequence", "previous", "overlap", "exclusions", "entropy", "late", "claimWithin", "rules");
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

        var entropy = EntropyJson.ReadFuture(node.Field("entropy"));
        return new Manifest(new DrawTerms
        {
            Name = new DrawName(
                node.Field("campaign").Text(DrawName.PartProblem),
                node.Field("draw").Text(DrawName.PartProblem),
                node.Field("period").Text(DrawName.PartProblem)),
            Number = ReadNumber(node),
            Overlap = ReadOverlap(node),
            Exclusions = node.Optional("exclusions") is { } exclusions ? ReadExclusions(exclusions) : null,
            Entropy = entropy,
            Late = node.Optional("late") is { } late ? ReadLate(late, entropy) : null,
            ClaimWithin = node.Optional("claimWithin") is { } within ? WholeSecond.ReadSeconds(within) : null,
            Rules = [.. read],
        });
    }

    /// <summary>The overlap policy of a manifest or plan.</summary>
    internal static OverlapPolicy ReadOverlap(DocumentNode node) => node.Field("overlap").OneOf(Overlaps);

    /// <summary>The number of a manifest or plan; null if it has none.</summary>
    internal static DrawNumber? ReadNumber(DocumentNode node)
    {
        var previous = node.Optional("previous")?.Digest();
        if (node.Optional("sequence") is not { } sequence)
            return previous is null ? null : throw node.Field("previous").Refuse("only a draw that has a sequence has a previous one");
        var number = sequence.Integer(1, DrawNumber.MaxSequence);
        return DrawNumber.Problem(number, previous) is { } rule ? throw sequence.Refuse(rule) : new DrawNumber(number, previous);
    }

    private static ExclusionsCommitment ReadExclusions(DocumentNode node)
    {
        node.Object("digest", "size");
        return new ExclusionsCommitment(node.Field("digest").Digest(), (int)node.Field("size").Integer(1, int.MaxValue));
    }

    private static LateEntropy ReadLate(DocumentNode node, FutureEntropy first)
    {
        node.Object("after", "entropy");
        var late = new LateEntropy(WholeSecond.ReadSeconds(node.Field("after")), EntropyJson.ReadFuture(node.Field("entropy")));
        return late.ProblemBehind(first) is { } rule ? throw node.Refuse(rule) : late;
    }

    private static void Write(Utf8JsonWriter json, Manifest manifest)
    {
        json.WriteStartObject();
        json.WriteString("format", Manifest.Format);
        json.WriteString("campaign", manifest.Name.Campaign);
        json.WriteString("draw", manifest.Name.Draw);
        json.WriteString("period", manifest.Name.Period);
        if (manifest.Number is { } number)
            json.WriteNumber("sequence", number.Sequence);
        if (manifest.Number?.Previous is { } previous)
            json.WriteString("previous", previous.ToString());
        json.WriteString("overlap", Overlaps.NameOf(manifest.Overlap));
        if (manifest.Exclusions is { } exclusions)
        {
            json.WriteStartObject("exclusions");
            json.WriteString("digest", exclusions.Digest.ToString());
            json.WriteNumber("size", exclusions.Size);
            json.WriteEndObject();
        }

        WriteEntropy(json, manifest.Entropy);
        if (manifest.Late is { } late)
        {
            json.WriteStartObject("late");
            json.WriteNumber("after", WholeSecond.CountOf(late.After));
            WriteEntropy(json, late.Entropy);
            json.WriteEndObject();
        }

        if (manifest.ClaimWithin is { } within)
            json.WriteNumber("claimWithin", WholeSecond.CountOf(within));
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

    private static void WriteEntropy(Utf8JsonWriter json, FutureEntropy entropy)
    {
        json.WriteStartObject("entropy");
        EntropyJson.Write(json, entropy);
        json.WriteEndObject();
    }
}
