using System.Text.Json;

namespace CampaignKit.Draws;

/// <summary>A rule of a manifest as JSON, with what it says of the rule's pool.</summary>
internal static class RuleJson
{
    private const string TopBy = "top-by";
    private const string First = "first";
    private const string Random = "random";
    private const string NumberEndsWith = "number-ends-with";
    private const string EveryNth = "every-nth";
    private const string Threshold = "threshold";

    private static readonly Dictionary<string, PoolKind> Kinds = new()
    {
        ["ids"] = PoolKind.Ids,
        ["weights"] = PoolKind.Weights,
        ["scores"] = PoolKind.Scores,
        ["timed-scores"] = PoolKind.TimedScores,
        ["numbers"] = PoolKind.Numbers,
    };

    private static readonly Dictionary<string, TiePolicy> TiesOfFirst = new()
    {
        ["ticket"] = TiePolicy.Ticket,
        ["share"] = TiePolicy.Share,
        ["extend"] = TiePolicy.Extend,
    };

    private static readonly Dictionary<string, TiePolicy> TiesOfTopBy = new(TiesOfFirst) { ["earliest"] = TiePolicy.EarliestToReach };

    internal static void Write(Utf8JsonWriter json, DrawRule rule)
    {
        json.WriteString("id", rule.Id);
        switch (rule)
        {
            case RankedRule ranked:
                json.WriteString("rule", ranked is TopByRule ? TopBy : First);
                json.WriteNumber("take", ranked.Take);
                json.WriteString("ties", TiesOfTopBy.NameOf(ranked.Ties));
                json.WriteNumber("alternates", ranked.Alternates);
                break;
            case RandomRule random:
                json.WriteString("rule", Random);
                json.WriteNumber("take", random.Take);
                json.WriteNumber("alternates", random.Alternates);
                if (random.Quotas.Count > 0)
                    WriteQuotas(json, random.Quotas);
                break;
            case NumberEndsWithRule numberEndsWith:
                json.WriteString("rule", NumberEndsWith);
                json.WriteStartArray("suffixes");
                foreach (var suffix in numberEndsWith.Suffixes)
                    json.WriteStringValue(suffix);
                json.WriteEndArray();
                break;
            case EveryNthRule everyNth:
                json.WriteString("rule", EveryNth);
                json.WriteNumber("n", everyNth.N);
                json.WriteNumber("offset", everyNth.Offset);
                break;
            case ThresholdRule threshold:
                json.WriteString("rule", Threshold);
                json.WriteNumber("atLeast", threshold.AtLeast);
                break;
            default:
                throw new InvalidOperationException($"A manifest has no word for {rule.GetType().Name}.");
        }

        WritePool(json, rule.Pool);
    }

    /// <summary>A rule of a manifest.</summary>
    internal static DrawRule Read(DocumentNode node) => Read(node, new ManifestPools());

    /// <summary>A rule of a manifest or plan, which differ in how they name a pool.</summary>
    internal static DrawRule Read(DocumentNode node, IRulePools pools)
    {
        var id = node.Field("id").Text(DrawRule.IdProblem);
        return node.Field("rule").Text() switch
        {
            TopBy => ReadTopBy(id, Object("take", "ties", "alternates"), pools),
            First => ReadFirst(id, Object("take", "ties", "alternates"), pools),
            Random => ReadRandom(id, Object(["take", "alternates", "quotas", .. pools.FieldsOfRandom]), pools),
            NumberEndsWith => ReadNumberEndsWith(id, Object("suffixes"), pools),
            EveryNth => ReadEveryNth(id, Object("n", "offset"), pools),
            Threshold => new ThresholdRule(
                id,
                pools.Read(Object("atLeast"), id, PoolKind.Scores),
                node.Field("atLeast").Integer(-ThresholdRule.MaxAtLeast, ThresholdRule.MaxAtLeast)),
            _ => throw node.Field("rule").Refuse($"it is one of {TopBy}, {First}, {Random}, {NumberEndsWith}, {EveryNth}, {Threshold}"),
        };

        DocumentNode Object(params string[] fields) => node.Object(["id", "rule", "pool", .. pools.Fields, .. fields]);
    }

    private static TopByRule ReadTopBy(string id, DocumentNode node, IRulePools pools)
    {
        var ties = node.Field("ties").OneOf(TiesOfTopBy);
        return new TopByRule(id, pools.Read(node, id, RankedRule.KindFor(ties)), Take(node), ties, Alternates(node, pools));
    }

    private static FirstNRule ReadFirst(string id, DocumentNode node, IRulePools pools)
    {
        var ties = node.Field("ties").OneOf(TiesOfFirst);
        return new FirstNRule(id, pools.Read(node, id, PoolKind.Scores), Take(node), ties, Alternates(node, pools));
    }

    private static RandomRule ReadRandom(string id, DocumentNode node, IRulePools pools)
    {
        var (take, alternates, quotas) = (Take(node), Alternates(node, pools), ReadQuotas(node.Optional("quotas")));
        var pool = pools.Read(node, id, PoolKind.Ids, PoolKind.Weights);
        if (RandomRule.QuotaProblem(quotas, pool) is { } problem)
            throw node.Field("quotas").Refuse(problem);
        var rule = new RandomRule(id, pool, take, alternates, quotas);
        return QuotaConflict.MinimaProblem(rule) is { } tooMany ? throw node.Field("quotas").Refuse(tooMany) : rule;
    }

    private static NumberEndsWithRule ReadNumberEndsWith(string id, DocumentNode node, IRulePools pools)
    {
        var suffixes = node.Field("suffixes").Items().Select(suffix => suffix.Text()).ToList();
        if (NumberEndsWithRule.SuffixProblem(suffixes) is { } problem)
            throw node.Field("suffixes").Refuse(problem);
        return new NumberEndsWithRule(id, pools.Read(node, id, PoolKind.Numbers), suffixes);
    }

    private static EveryNthRule ReadEveryNth(string id, DocumentNode node, IRulePools pools)
    {
        var n = node.Field("n").Integer(1, EveryNthRule.MaxN);
        var offset = node.Field("offset").Integer(0, n - 1);
        return new EveryNthRule(id, pools.Read(node, id, PoolKind.Numbers), n, offset);
    }

    private static int Take(DocumentNode node) => (int)node.Field("take").Integer(1, DrawRule.MaxTake);

    private static int Alternates(DocumentNode node, IRulePools pools)
    {
        var field = pools.AlternatesMayBeMissing ? node.Optional("alternates") : node.Field("alternates");
        return (int?)field?.Integer(0, DrawRule.MaxTake) ?? 0;
    }

    private static void WriteQuotas(Utf8JsonWriter json, IReadOnlyList<Quota> quotas)
    {
        json.WriteStartArray("quotas");
        foreach (var quota in quotas)
        {
            json.WriteStartObject();
            json.WriteString("stratum", quota.Stratum);
            json.WriteNumber("min", quota.Min);
            json.WriteNumber("max", quota.Max);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static List<Quota> ReadQuotas(DocumentNode? node)
    {
        if (node is not { } quotas)
            return [];
        var items = quotas.Items();
        return items.Count == 0 ? throw quotas.Refuse("where there are quotas, there is at least one") : [.. items.Select(ReadQuota)];
    }

    private static Quota ReadQuota(DocumentNode node)
    {
        node.Object("stratum", "min", "max");
        var min = (int)node.Field("min").Integer(0, DrawRule.MaxTake);
        return Quota.Between(node.Field("stratum").Text(EntrantText.Problem), min, (int)node.Field("max").Integer(min, DrawRule.MaxTake));
    }

    private static void WritePool(Utf8JsonWriter json, PoolCommitment pool)
    {
        json.WriteStartObject("pool");
        json.WriteString("kind", Kinds.NameOf(pool.Kind));
        json.WriteString("digest", pool.Digest.ToString());
        json.WriteNumber("size", pool.Size);
        json.WriteString("merkleRoot", pool.MerkleRoot.ToString());
        if (pool.HoldersDigest is { } holders)
            json.WriteString("holdersDigest", holders.ToString());
        if (pool.StrataDigest is { } strata)
            json.WriteString("strataDigest", strata.ToString());
        json.WriteEndObject();
    }

    /// <summary>A manifest says what a pool is by its digests.</summary>
    private sealed class ManifestPools : IRulePools
    {
        public string[] Fields => [];

        public string[] FieldsOfRandom => [];

        public bool AlternatesMayBeMissing => false;

        public PoolCommitment Read(DocumentNode rule, string ruleId, params PoolKind[] kinds)
        {
            var node = rule.Field("pool").Object("kind", "digest", "size", "merkleRoot", "holdersDigest", "strataDigest");
            return new PoolCommitment(
                node.Field("kind").OneOf(Kinds.Where(kind => kinds.Contains(kind.Value)).ToDictionary()),
                node.Field("digest").Digest(),
                (int)node.Field("size").Integer(0, int.MaxValue),
                node.Field("merkleRoot").Digest(),
                node.Optional("holdersDigest")?.Digest(),
                node.Optional("strataDigest")?.Digest());
        }
    }
}
