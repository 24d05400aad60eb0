using System.Collections.Frozen;

namespace CampaignKit.Draws;

/// <summary>Proofs that the entries named by a rule are in its pool: of every winner, alternate and skipped entry, each once, in byte order.</summary>
internal static class InclusionProofs
{
    internal static FrozenDictionary<string, IReadOnlyList<ProvenLine>> Of(Transcript transcript, IReadOnlyDictionary<string, Pool> pools)
    {
        var manifest = transcript.Manifest;
        manifest.ExpectRules(pools.Keys, nameof(pools));
        var differences = new List<Difference>();
        var proofs = new Dictionary<string, IReadOnlyList<ProvenLine>>(StringComparer.Ordinal);
        foreach (var rule in manifest.Rules.Where(rule => pools.ContainsKey(rule.Id)))
        {
            if (FirstDifference(transcript, rule, pools[rule.Id]) is { } difference)
                differences.Add(difference);
            else
                proofs.Add(rule.Id, Lines(transcript[rule.Id], pools[rule.Id]));
        }

        return differences.Count > 0 ? throw new PoolMismatchException(differences) : proofs.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The first thing that keeps the proofs of a transcript from showing that every entry named is in its pool; null if they do.</summary>
    internal static Difference? FirstDifference(Transcript transcript)
    {
        var rules = transcript.Manifest.Rules.Where(rule => transcript.Proofs.ContainsKey(rule.Id));
        return rules.Select((rule, place) => FirstDifference(rule, transcript[rule.Id], transcript.Proofs[rule.Id], $"$.proofs[{place}].lines")).FirstOrDefault(difference => difference is not null);
    }

    private static Difference? FirstDifference(DrawRule rule, RuleOutcome outcome, IReadOnlyList<ProvenLine> lines, string path)
    {
        var named = Named(outcome).Select(entry => entry.Line).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < lines.Count; i++)
        {
            var (line, place) = (lines[i], $"{path}[{i}]");
            if (!named.Remove(line.Line))
                return new Difference($"{place}.line", $"the line of an entry that rule '{rule.Id}' names, each once", $"'{line.Line}'");
            if (i > 0 && line.Index <= lines[i - 1].Index)
                return new Difference($"{place}.index", $"an index above {lines[i - 1].Index}: lines stand in byte order", $"{line.Index}");
            if (line.FirstDifference(rule.Pool.MerkleRoot, rule.Pool.Size, place) is { } unproven)
                return unproven;
        }

        return named.Count == 0 ? null : new Difference(path, $"a proof of '{named.First()}', which rule '{rule.Id}' names", "none");
    }

    private static Difference? FirstDifference(Transcript transcript, DrawRule rule, Pool pool)
    {
        if (PoolMatch.FirstDifference(transcript.Manifest, rule, pool) is { } other && !PoolMatch.IsMissing(other, pool))
            return other;
        return Named(transcript[rule.Id]).FirstOrDefault(entry => !pool.Contains(entry.Id)) is { } stranger
            ? new Difference(PoolMatch.PathOf(transcript.Manifest, rule), $"'{stranger.Id}' in the pool of rule '{rule.Id}', which names it", "no such entry")
            : null;
    }

    private static IReadOnlyList<ProvenLine> Lines(RuleOutcome outcome, Pool pool)
    {
        var tree = PoolTree.Of(pool);
        return [.. Named(outcome).Select(entry => tree.Prove(entry.Id).Found!).OrderBy(line => line.Index)];
    }

    private static IEnumerable<DrawnEntry> Named(RuleOutcome outcome) =>
        [.. outcome.Winners, .. outcome.Alternates, .. outcome.Skipped.Select(skipped => skipped.Entry)];
}
