using System.Buffers;
using System.Text.Json;

namespace CampaignKit.Draws;

/// <summary>The manifest as JSON.</summary>
internal static class ManifestJson
{
    private const string TopBy = "top-by";
    private const string Random = "random";
    private const string NumberEndsWith = "number-ends-with";
    private const string DrandBeacon = "drand";
    private const string Commitment = "operator-commitment";

    private static readonly Dictionary<string, PoolKind> Kinds = new()
    {
        ["ids"] = PoolKind.Ids,
        ["weights"] = PoolKind.Weights,
        ["scores"] = PoolKind.Scores,
        ["numbers"] = PoolKind.Numbers,
    };

    private static readonly Dictionary<string, TiePolicy> Ties = new()
    {
        ["ticket"] = TiePolicy.Ticket,
        ["share"] = TiePolicy.Share,
        ["extend"] = TiePolicy.Extend,
    };

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
            read.Add(ReadRule(rule));
            if (read.Count(other => string.Equals(other.Id, read[^1].Id, StringComparison.OrdinalIgnoreCase)) > 1)
                throw rule.Field("id").Refuse("rule ids differ in more than case");
        }

        return new Manifest(
            new DrawName(
                node.Field("campaign").Text(DrawName.PartProblem),
                node.Field("draw").Text(DrawName.PartProblem),
                node.Field("period").Text(DrawName.PartProblem)),
            node.Field("overlap").OneOf(Overlaps),
            ReadEntropy(node.Field("entropy")),
            read);
    }

    private static void Write(Utf8JsonWriter json, Manifest manifest)
    {
        json.WriteStartObject();
        json.WriteString("format", Manifest.Format);
        json.WriteString("campaign", manifest.Name.Campaign);
        json.WriteString("draw", manifest.Name.Draw);
        json.WriteString("period", manifest.Name.Period);
        json.WriteString("overlap", NameOf(Overlaps, manifest.Overlap));
        json.WriteStartObject("entropy");
        WriteEntropy(json, manifest.Entropy);
        json.WriteEndObject();
        json.WriteStartArray("rules");
        foreach (var rule in manifest.Rules)
        {
            json.WriteStartObject();
            WriteRule(json, rule);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, DrawRule rule)
    {
        json.WriteString("id", rule.Id);
        switch (rule)
        {
            case TopByRule topBy:
                json.WriteString("rule", TopBy);
                json.WriteNumber("take", topBy.Take);
                json.WriteString("ties", NameOf(Ties, topBy.Ties));
                break;
            case RandomRule random:
                json.WriteString("rule", Random);
                json.WriteNumber("take", random.Take);
                json.WriteNumber("alternates", random.Alternates);
                break;
            case NumberEndsWithRule numberEndsWith:
                json.WriteString("rule", NumberEndsWith);
                json.WriteStartArray("suffixes");
                foreach (var suffix in numberEndsWith.Suffixes)
                    json.WriteStringValue(suffix);
                json.WriteEndArray();
                break;
            default:
                throw new InvalidOperationException($"A manifest has no word for {rule.GetType().Name}.");
        }

        json.WriteStartObject("pool");
        json.WriteString("kind", NameOf(Kinds, rule.Pool.Kind));
        json.WriteString("digest", rule.Pool.Digest.ToString());
        json.WriteNumber("size", rule.Pool.Size);
        if (rule.Pool.HoldersDigest is { } holders)
            json.WriteString("holdersDigest", holders.ToString());
        json.WriteEndObject();
    }

    private static DrawRule ReadRule(DocumentNode node)
    {
        var id = node.Field("id").Text(DrawRule.IdProblem);
        switch (node.Field("rule").Text())
        {
            case TopBy:
                node.Object("id", "rule", "take", "ties", "pool");
                return new TopByRule(id, ReadPool(node.Field("pool"), "scores"), (int)node.Field("take").Integer(1, DrawRule.MaxTake), node.Field("ties").OneOf(Ties));
            case Random:
                node.Object("id", "rule", "take", "alternates", "pool");
                return new RandomRule(
                    id,
                    ReadPool(node.Field("pool"), "ids", "weights"),
                    (int)node.Field("take").Integer(1, DrawRule.MaxTake),
                    (int)node.Field("alternates").Integer(0, DrawRule.MaxTake));
            case NumberEndsWith:
                node.Object("id", "rule", "suffixes", "pool");
                var suffixes = node.Field("suffixes").Items().Select(suffix => suffix.Text()).ToList();
                if (NumberEndsWithRule.SuffixProblem(suffixes) is { } problem)
                    throw node.Field("suffixes").Refuse(problem);
                return new NumberEndsWithRule(id, ReadPool(node.Field("pool"), "numbers"), suffixes);
            default:
                throw node.Field("rule").Refuse($"it is one of {TopBy}, {Random}, {NumberEndsWith}");
        }
    }

    private static PoolCommitment ReadPool(DocumentNode node, params string[] kinds)
    {
        node.Object("kind", "digest", "size", "holdersDigest");
        var kind = node.Field("kind").OneOf(Kinds.Where(kind => kinds.Contains(kind.Key)).ToDictionary());
        return new PoolCommitment(kind, node.Field("digest").Digest(), (int)node.Field("size").Integer(0, int.MaxValue), node.Optional("holdersDigest")?.Digest());
    }

    private static void WriteEntropy(Utf8JsonWriter json, EntropySource entropy)
    {
        switch (entropy)
        {
            case DrandSource drand:
                json.WriteString("source", DrandBeacon);
                json.WriteString("chain", drand.Chain.Hash.ToString());
                json.WriteNumber("round", drand.Round);
                json.WriteString("due", drand.DueText);
                break;
            case OperatorCommitment commitment:
                json.WriteString("source", Commitment);
                json.WriteString("commitment", commitment.Commitment.ToString());
                break;
            default:
                throw new InvalidOperationException($"A manifest has no word for {entropy.GetType().Name}.");
        }
    }

    private static EntropySource ReadEntropy(DocumentNode node)
    {
        switch (node.Field("source").Text())
        {
            case DrandBeacon:
                node.Object("source", "chain", "round", "due");
                var chain = node.Field("chain").OneOf(Drand.Chains.ToDictionary(chain => chain.Hash.ToString()));
                var source = new DrandSource(chain, node.Field("round").Integer(1, DrandSource.MaxRound));
                node.Field("due").Text(due => due == source.DueText ? null : $"round {source.Round} of {chain} is due {source.DueText}");
                return source;
            case Commitment:
                node.Object("source", "commitment");
                return new OperatorCommitment(node.Field("commitment").Digest());
            default:
                throw node.Field("source").Refuse($"it is one of {DrandBeacon}, {Commitment}");
        }
    }

    private static string NameOf<T>(Dictionary<string, T> names, T value)
        where T : struct, Enum => names.First(name => name.Value.Equals(value)).Key;
}
