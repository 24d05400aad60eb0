namespace CampaignKit.Draws;

/// <summary>Compares a pool with what the manifest says of it.</summary>
internal static class PoolMatch
{
    internal static string PathOf(Manifest manifest, DrawRule rule, string field = "pool") => $"$.manifest.rules[{manifest.Rules.ToList().IndexOf(rule)}].{field}";

    internal static Difference? FirstDifference(Manifest manifest, DrawRule rule, Pool? pool)
    {
        var (locked, path) = (rule.Pool, PathOf(manifest, rule));
        var whose = $"the pool of rule '{rule.Id}'";
        if (pool is null)
            return new Difference(path, $"{whose}, digest {locked.Digest}", "no pool");
        if (pool.Kind != locked.Kind)
            return new Difference($"{path}.kind", $"{whose} locked as a pool of {locked.Kind}", $"a pool of {pool.Kind}");
        if (pool.Digest != locked.Digest)
            return new Difference($"{path}.digest", $"{whose} locked as {locked.Digest} ({locked.Size} entrants)", $"{pool.Digest} ({pool.Size} entrants)");
        if (pool.Size != locked.Size)
            return new Difference($"{path}.size", $"{whose} locked with {locked.Size} entrants", $"{pool.Size} entrants");
        if (pool.Holders?.Digest != locked.HoldersDigest)
            return new Difference($"{path}.holdersDigest", $"holders of {whose} locked as {Shown(locked.HoldersDigest)}", Shown(pool.Holders?.Digest));
        return pool.Strata?.Digest == locked.StrataDigest
            ? null
            : new Difference($"{path}.strataDigest", $"strata of {whose} locked as {Shown(locked.StrataDigest)}", Shown(pool.Strata?.Digest));
    }

    /// <summary>Whether a difference is no more than that the pool came without its holders or strata.</summary>
    internal static bool IsMissing(Difference difference, Pool pool) =>
        (pool.Holders is null && difference.Path.EndsWith(".holdersDigest", StringComparison.Ordinal))
        || (pool.Strata is null && difference.Path.EndsWith(".strataDigest", StringComparison.Ordinal));

    /// <summary>Whether the Merkle root locked is that of the pool. Who holds a draw need not ask: no winner depends on it.</summary>
    internal static Difference? RootDifference(Manifest manifest, DrawRule rule, Pool pool) => pool.Commitment.MerkleRoot == rule.Pool.MerkleRoot
        ? null
        : new Difference($"{PathOf(manifest, rule)}.merkleRoot", $"{pool.Commitment.MerkleRoot}, the root of the pool", rule.Pool.MerkleRoot.ToString());

    internal static Difference? FirstDifference(Manifest manifest, Exclusions? exclusions) => exclusions?.Commitment == manifest.Exclusions
        ? null
        : new Difference("$.manifest.exclusions.digest", $"exclusions locked as {Shown(manifest.Exclusions)}", Shown(exclusions?.Commitment));

    private static string Shown(ExclusionsCommitment? exclusions) => exclusions is null ? "none" : $"{exclusions.Digest} ({exclusions.Size} persons)";

    private static string Shown(Digest? digest) => digest?.ToString() ?? "none";
}
