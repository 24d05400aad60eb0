using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CampaignKit.Draws;

/// <summary>The transcript as JSON.</summary>
internal static class TranscriptJson
{
    private const string Drand = "drand";
    private const string Commitment = "operator-commitment";

    private static readonly Dictionary<string, SkipReason> Reasons = new()
    {
        ["won-by-earlier-rule"] = SkipReason.WonByEarlierRule,
        ["drawn-by-this-rule"] = SkipReason.DrawnByThisRule,
    };

    internal static byte[] Write(Transcript transcript) => DocumentWriter.Write(json => Write(json, transcript));

    internal static Transcript Read(DocumentNode node)
    {
        node.Object("format", "manifest", "manifestDigest", "entropy", "seed", "rules", "pools");
        node.Field("format").Text(format => format == Transcript.Format ? null : $"the format is {Transcript.Format}");
        var manifest = ManifestJson.Read(node.Field("manifest"));
        var rules = node.Field("rules").Items();
        if (rules.Count != manifest.Rules.Count)
            throw node.Field("rules").Refuse($"there is one outcome for each of the {manifest.Rules.Count} rules of the manifest");
        return new Transcript(
            manifest,
            node.Field("manifestDigest").Digest(),
            ReadEntropy(node.Field("entropy")),
            node.Field("seed").Digest(),
            [.. rules.Select((rule, i) => ReadOutcome(rule, manifest.Rules[i]))],
            node.Optional("pools") is { } pools ? ReadPools(pools, manifest) : FrozenDictionary<string, Pool>.Empty);
    }

    private static void Write(Utf8JsonWriter json, Transcript transcript)
    {
        json.WriteStartObject();
        json.WriteString("format", Transcript.Format);
        json.WritePropertyName("manifest");
        using (var manifest = JsonDocument.Parse(transcript.Manifest.Bytes))
            manifest.RootElement.WriteTo(json);
        json.WriteString("manifestDigest", transcript.ManifestDigest.ToString());
        json.WriteStartObject("entropy");
        WriteEntropy(json, transcript.Entropy);
        json.WriteEndObject();
        json.WriteString("seed", transcript.Seed.ToString());
        json.WriteStartArray("rules");
        for (var i = 0; i < transcript.Rules.Count; i++)
            WriteOutcome(json, transcript.Rules[i], ValueField(transcript.Manifest.Rules[i].Pool.Kind));
        json.WriteEndArray();
        if (transcript.Pools.Count > 0)
            WritePools(json, transcript);
        json.WriteEndObject();
    }

    private static void WriteEntropy(Utf8JsonWriter json, EntropyRecord entropy)
    {
        switch (entropy)
        {
            case DrandRound round:
                json.WriteString("source", Drand);
                json.WriteNumber("round", round.Round);
                json.WriteString("signature", round.Signature);
                json.WriteString("randomness", round.Randomness.ToString());
                break;
            case OperatorReveal reveal:
                json.WriteString("source", Commitment);
                json.WriteString("secret", reveal.Secret);
                break;
            default:
                throw new InvalidOperationException($"A transcript has no word for {entropy.GetType().Name}.");
        }
    }

    private static EntropyRecord ReadEntropy(DocumentNode node)
    {
        switch (node.Field("source").Text())
        {
            case Drand:
                node.Object("source", "round", "signature", "randomness");
                return new DrandRound(
                    node.Field("round").Integer(1, DrandSource.MaxRound),
                    node.Field("signature").Text(signature => DrandRound.IsSignature(signature) ? null : "a signature is lower-case hex, two digits a byte"),
                    node.Field("randomness").Digest().ToString());
            case Commitment:
                node.Object("source", "secret");
                return new OperatorReveal(node.Field("secret").Digest().ToString());
            default:
                throw node.Field("source").Refuse($"it is one of {Drand}, {Commitment}");
        }
    }

    private static void WriteOutcome(Utf8JsonWriter json, RuleOutcome outcome, string? valueField)
    {
        json.WriteStartObject();
        json.WriteString("id", outcome.RuleId);
        json.WriteString("seed", outcome.Seed.ToString());
        WriteEntries(json, "winners", outcome.Winners, valueField);
        WriteEntries(json, "alternates", outcome.Alternates, valueField);
        json.WriteStartArray("skipped");
        foreach (var skipped in outcome.Skipped)
        {
            json.WriteStartObject();
            WriteEntry(json, skipped.Entry, valueField);
            json.WriteString("reason", Reasons.First(reason => reason.Value == skipped.Reason).Key);
            json.WriteString("byRule", skipped.RuleId);
            json.WriteString("byEntry", skipped.EntryId);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static RuleOutcome ReadOutcome(DocumentNode node, DrawRule rule)
    {
        node.Object("id", "seed", "winners", "alternates", "skipped");
        node.Field("id").Text(id => id == rule.Id ? null : $"outcomes stand in the order of the manifest's rules; '{rule.Id}' is due here");
        return new RuleOutcome(
            rule.Id,
            new RuleSeed(node.Field("seed").Digest()),
            [.. node.Field("winners").Items().Select(entry => ReadEntry(entry, rule, "share"))],
            [.. node.Field("alternates").Items().Select(entry => ReadEntry(entry, rule))],
            [.. node.Field("skipped").Items().Select(entry => ReadSkipped(entry, rule))]);
    }

    private static void WriteEntries(Utf8JsonWriter json, string name, IReadOnlyList<DrawnEntry> entries, string? valueField)
    {
        json.WriteStartArray(name);
        foreach (var entry in entries)
        {
            json.WriteStartObject();
            WriteEntry(json, entry, valueField);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteEntry(Utf8JsonWriter json, DrawnEntry entry, string? valueField)
    {
        json.WriteString("id", entry.Id);
        if (valueField is not null)
            json.WriteString(valueField, entry.Value);
        if (entry.Holder is { } holder)
            json.WriteString("holder", holder);
        if (entry.Ticket is { } ticket)
            json.WriteString("ticket", ticket.ToString());
        if (entry.Share is { } share)
            json.WriteString("share", share.ToString());
    }

    private static DrawnEntry ReadEntry(DocumentNode node, DrawRule rule, params ReadOnlySpan<string> more)
    {
        var valueField = ValueField(rule.Pool.Kind);
        node.Object([.. new[] { "id", "ticket", "holder", valueField }.OfType<string>(), .. more]);
        return new DrawnEntry(
            node.Field("id").Text(IdProblem),
            valueField is null ? null : node.Field(valueField).Text(value => ValueProblem(rule.Pool.Kind, value)),
            node.Optional("ticket")?.Digest(),
            node.Optional("holder")?.Text(IdProblem),
            node.Optional("share") is { } share ? ReadShare(share) : null);
    }

    private static SkippedEntry ReadSkipped(DocumentNode node, DrawRule rule) => new(
        ReadEntry(node, rule, "reason", "byRule", "byEntry"),
        node.Field("reason").OneOf(Reasons),
        node.Field("byRule").Text(DrawRule.IdProblem),
        node.Field("byEntry").Text(IdProblem));

    private static Share ReadShare(DocumentNode node)
    {
        var parts = node.Text().Split('/');
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var places)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var among)
            ? new Share(places, among)
            : throw node.Refuse("a share reads places/among, such as 7/40");
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
            item.Object("rule", "entrants", "holders");
            var id = item.Field("rule").Text();
            var rule = manifest.Rules.FirstOrDefault(rule => rule.Id == id) ?? throw item.Field("rule").Refuse("it is a rule of the manifest");
            if (!pools.TryAdd(rule.Id, ReadPool(item, rule.Pool.Kind)))
                throw item.Field("rule").Refuse("a rule has one pool");
        }

        return pools.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static Pool ReadPool(DocumentNode node, PoolKind kind)
    {
        var place = node.Field("entrants");
        try
        {
            var pool = Pool.Of(kind, ReadLines(place, LineShape.Of(kind)));
            if (node.Optional("holders") is not { } holders)
                return pool;
            place = holders;
            return pool.HeldBy(ReadLines(holders, LineShape.Holders));
        }
        catch (PoolFormatException wrong)
        {
            throw place.Refuse(wrong.Message);
        }
    }

    private static EntrantLines ReadLines(DocumentNode node, LineShape shape)
    {
        var lines = new EntrantLinesBuilder(shape, "entry");
        foreach (var line in node.Items())
            lines.AddLine(Encoding.UTF8.GetBytes(line.Text()));
        return lines.Build();
    }

    private static string? IdProblem(string id) => EntrantText.Problem(Encoding.UTF8.GetBytes(id));

    private static string? ValueProblem(PoolKind kind, string value) => LineShape.Of(kind).Problem(Encoding.UTF8.GetBytes(value));

    private static string? ValueField(PoolKind kind) => kind switch
    {
        PoolKind.Weights => "weight",
        PoolKind.Scores => "score",
        PoolKind.Numbers => "number",
        _ => null,
    };
}
