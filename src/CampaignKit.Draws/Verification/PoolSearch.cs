namespace CampaignKit.Draws;

/// <summary>The pools and exclusions at hand for a verification: given by the caller, standing in the transcript, or in files beside it.</summary>
internal sealed class PoolSearch
{
    private readonly Dictionary<string, Pool> _found = new(StringComparer.Ordinal);
    private readonly Manifest _manifest;
    private readonly string? _folder;

    internal PoolSearch(Transcript transcript, IReadOnlyDictionary<string, Pool> given, Exclusions? givenExclusions, string? folder)
    {
        (_manifest, _folder) = (transcript.Manifest, folder);
        Trying("$.manifest.exclusions.digest", "exclusions that can be read", () => Search(transcript.Exclusions, givenExclusions));
        foreach (var rule in _manifest.Rules)
        {
            Trying(
                PoolMatch.PathOf(_manifest, rule),
                $"a pool of rule '{rule.Id}' that can be read",
                () => Search(rule, transcript.Pools.GetValueOrDefault(rule.Id), given.GetValueOrDefault(rule.Id)));
        }
    }

    /// <summary>The first thing that is not what was locked; null if all found is.</summary>
    internal Difference? FirstDifference { get; private set; }

    /// <summary>The exclusions; null if the draw has none, or if they are not at hand.</summary>
    internal Exclusions? Exclusions { get; private set; }

    /// <summary>Against what the exclusions can be checked; null if the draw has none.</summary>
    internal PoolEvidence? ExclusionsEvidence =>
        _manifest.Exclusions is null ? null : Exclusions is null ? PoolEvidence.DigestOnly : PoolEvidence.Data;

    /// <summary>The first quotas that could not have been locked; null if those of the pools at hand can be met.</summary>
    /// <remarks>Exclusions that are not at hand leave out no conflict that is found without them.</remarks>
    internal Difference? QuotaDifference => QuotaConflict.Of(_manifest.Rules, Find, Exclusions ?? Draws.Exclusions.None, _manifest.Overlap)
        .Select(conflict => new Difference(PoolMatch.PathOf(_manifest, _manifest[conflict.RuleId], "quotas"), "quotas that can be met", conflict.ToString().TrimEnd('.')))
        .FirstOrDefault();

    /// <summary>The pool of a rule, complete with its holders and strata; null if it is not at hand.</summary>
    internal Pool? Find(DrawRule rule) => _found.GetValueOrDefault(rule.Id);

    /// <summary>The pool of a rule if the rule can be drawn again: without the exclusions none can.</summary>
    internal Pool? ToDraw(DrawRule rule) => ExclusionsEvidence == PoolEvidence.DigestOnly ? null : Find(rule);

    private void Search(Exclusions? inline, Exclusions? given)
    {
        Note(inline is null ? null : PoolMatch.FirstDifference(_manifest, inline));
        if (_manifest.Exclusions is null || (given ?? inline ?? ReadExclusions()) is not { } found)
            return;
        var difference = PoolMatch.FirstDifference(_manifest, found);
        Note(difference);
        Exclusions = difference is null ? found : null;
    }

    private void Search(DrawRule rule, Pool? inline, Pool? given)
    {
        Note(inline is null ? null : Check(rule, inline));
        if ((given ?? inline ?? Read(rule)) is not { } pool)
            return;

        // Entries before holders and strata: where a pool has changed, that these no longer fit is no news.
        var difference = Check(rule, pool);
        if (difference is null)
        {
            pool = WithStrata(WithHolders(pool, rule, inline), rule, inline);
            difference = Check(rule, pool) ?? PoolMatch.RootDifference(_manifest, rule, pool);
        }

        Note(difference);
        if (difference is null && PoolMatch.FirstDifference(_manifest, rule, pool) is null)
            _found.Add(rule.Id, pool);
    }

    private Exclusions? ReadExclusions() => Existing(DrawFolder.ExclusionsFile) is { } file ? Exclusions.Load(file) : null;

    private Pool? Read(DrawRule rule) => Existing(DrawFolder.PoolFileOf(rule.Id)) is { } file ? PoolFile.Read(file, rule.Pool.Kind) : null;

    private Pool WithHolders(Pool pool, DrawRule rule, Pool? inline)
    {
        if (pool.Holders is not null || rule.Pool.HoldersDigest is null)
            return pool;
        if (inline?.Holders is { } holders)
            return pool.HeldBy(holders.Lines);
        return Existing(DrawFolder.HoldersFileOf(rule.Id)) is { } file ? PoolFile.ReadHolders(file, pool) : pool;
    }

    private Pool WithStrata(Pool pool, DrawRule rule, Pool? inline)
    {
        if (pool.Strata is not null || rule.Pool.StrataDigest is null)
            return pool;
        if (inline?.Strata is { } strata)
            return pool.InStrata(strata.Lines);
        return Existing(DrawFolder.StrataFileOf(rule.Id)) is { } file ? PoolFile.ReadStrata(file, pool) : pool;
    }

    private string? Existing(string name)
    {
        var file = _folder is null ? null : Path.Combine(_folder, name);
        return File.Exists(file) ? file : null;
    }

    // Holders and strata that were not given are missing evidence, not a difference.
    private Difference? Check(DrawRule rule, Pool pool) => PoolMatch.FirstDifference(_manifest, rule, pool) is { } difference
        && !PoolMatch.IsMissing(difference, pool) ? difference : null;

    private void Trying(string path, string expected, Action search)
    {
        try
        {
            search();
        }
        catch (PoolFormatException wrong)
        {
            Note(new Difference(path, expected, wrong.Message));
        }
    }

    private void Note(Difference? difference) => FirstDifference ??= difference;
}
