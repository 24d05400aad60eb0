using System.Text.Json;

namespace CampaignKit.Draws;

/// <summary>A rule of a manifest as JSON, with what it says of the rule's pool.</summary>
internal static class RuleJson
{
    private const string TopBy = "top-by";
    private const string Random = "random";
    private const string NumberEndsWith = "number-ends-with";

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

    internal static void Write(Utf8JsonWriter json, DrawRule rule)
    {
        json.WriteString("id", rule.Id);
        switch (rule)
        {
            case TopByRule topBy:
                json.WriteString("rule", TopBy);
                json.WriteNumber("take", topBy.Take);
                json.WriteString("ties", Ties.NameOf(topBy.Ties));
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
        json.WriteString("kind", Kinds.NameOf(rule.Pool.Kind));
        json.WriteString("digest", rule.Pool.Digest.ToString());
        json.WriteNumber("size", rule.Pool.Size);
        if (rule.Pool.HoldersDigest is { } holders)
            json.WriteString("holdersDigest", holders.ToString());
        json.WriteEndObject();
    }

    internal static DrawRule Read(DocumentNode node)
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
}
