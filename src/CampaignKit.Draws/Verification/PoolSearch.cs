namespace CampaignKit.Draws;

/// <summary>The pools at hand for a verification: given by the caller, standing in the transcript, or in files beside it.</summary>
internal sealed class PoolSearch
{
    private readonly Dictionary<string, Pool> _found = new(StringComparer.Ordinal);

    internal PoolSearch(Transcript transcript, IReadOnlyDictionary<string, Pool> given, string? folder)
    {
        foreach (var rule in transcript.Manifest.Rules)
        {
            var inline = transcript.Pools.GetValueOrDefault(rule.Id);
            Note(inline is null ? null : Check(transcript.Manifest, rule, inline));
            try
            {
                var pool = given.GetValueOrDefault(rule.Id) ?? inline ?? Read(rule, folder);
                pool = pool is null ? null : WithHolders(pool, rule, inline, folder);
                Note(pool is null ? null : Check(transcript.Manifest, rule, pool));
                if (pool is not null && (pool.Holders is not null || rule.Pool.HoldersDigest is null))
                    _found.Add(rule.Id, pool);
            }
            catch (PoolFormatException wrong)
            {
                var path = PoolMatch.PathOf(transcript.Manifest, rule);
                Note(new Difference(path, $"a pool of rule '{rule.Id}' that can be read", wrong.Message));
            }
        }
    }

    /// <summary>The first pool that is not the one locked; null if all found are.</summary>
    internal Difference? FirstDifference { get; private set; }

    /// <summary>The pool of a rule, complete with its holders; null if it is not at hand.</summary>
    internal Pool? Find(DrawRule rule) => _found.GetValueOrDefault(rule.Id);

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
