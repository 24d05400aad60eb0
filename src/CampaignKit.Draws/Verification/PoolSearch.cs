namespace CampaignKit.Draws;

/// <summary>The pools at hand for a verification: given by the caller, standing in the transcript, or in files beside it.</summary>
internal sealed class PoolSearch
{
    private readonly Dictionary<string, Pool> _found = new(StringComparer.Ordinal);

    internal PoolSearch(Transcript transcript, IReadOnlyDictionary<string, Pool> given, string? folder)
    {
        var manifest = transcript.Manifest;
        foreach (var rule in manifest.Rules)
        {
            try
            {
                Search(rule, manifest, transcript.Pools.GetValueOrDefault(rule.Id), given.GetValueOrDefault(rule.Id), folder);
            }
            catch (PoolFormatException wrong)
            {
                Note(new Difference(PoolMatch.PathOf(manifest, rule), $"a pool of rule '{rule.Id}' that can be read", wrong.Message));
            }
        }
    }

    /// <summary>The first pool that is not the one locked; null if all found are.</summary>
    internal Difference? FirstDifference { get; private set; }

    /// <summary>The pool of a rule, complete with its holders; null if it is not at hand.</summary>
    internal Pool? Find(DrawRule rule) => _found.GetValueOrDefault(rule.Id);

    private void Search(DrawRule rule, Manifest manifest, Pool? inline, Pool? given, string? folder)
    {
        Note(inline is null ? null : Check(manifest, rule, inline));
        if ((given ?? inline ?? Read(rule, folder)) is not { } pool)
            return;

        // Entries before holders: where a pool has changed, that its holders no longer fit is no news.
        var difference = Check(manifest, rule, pool);
        if (difference is null)
        {
            pool = WithHolders(pool, rule, inline, folder);
            difference = Check(manifest, rule, pool);
        }

        Note(difference);
        if (pool.Commitment == rule.Pool)
            _found.Add(rule.Id, pool);
    }

    private static Pool? Read(DrawRule rule, string? folder) =>
        Existing(folder, DrawFolder.PoolFileOf(rule.Id)) is { } file ? PoolFile.Read(file, rule.Pool.Kind) : null;

    private static Pool WithHolders(Pool pool, DrawRule rule, Pool? inline, string? folder)
    {
        if (pool.Holders is not null || rule.Pool.HoldersDigest is null)
            return pool;
        if (inline?.Holders is { } holders)
            return pool.HeldBy(holders.Lines);
        return Existing(folder, DrawFolder.HoldersFileOf(rule.Id)) is { } file ? PoolFile.ReadHolders(file, pool) : pool;
    }

    private static string? Existing(string? folder, string name)
    {
        var file = folder is null ? null : Path.Combine(folder, name);
        return File.Exists(file) ? file : null;
    }

    // Holders that were not given are missing evidence, not a difference.
    private static Difference? Check(Manifest manifest, DrawRule rule, Pool pool)
    {
        var difference = PoolMatch.FirstDifference(manifest, rule, pool);
        var onlyHoldersMissing = pool.Holders is null && difference?.Path == $"{PoolMatch.PathOf(manifest, rule)}.holdersDigest";
        return onlyHoldersMissing ? null : difference;
    }

    private void Note(Difference? difference) => FirstDifference ??= difference;
}
