namespace CampaignKit.Draws;

/// <summary>Compares a pool with what the manifest says of it.</summary>
internal static class PoolMatch
{
    internal static string PathOf(Manifest manifest, DrawRule rule) => $"$.manifest.rules[{manifest.Rules.ToList().IndexOf(rule)}].pool";

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
        return pool.Holders?.Digest == locked.HoldersDigest
            ? null
            : new Difference($"{path}.holdersDigest", $"holders of {whose} locked as {Shown(locked.HoldersDigest)}", Shown(pool.Holders?.Digest));
    }

    private static string Shown(Digest? digest) => digest?.ToString() ?? "none";
}
