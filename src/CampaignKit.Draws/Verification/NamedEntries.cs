using System.Globalization;
using System.Text;

namespace CampaignKit.Draws;

/// <summary>
/// The entries that a rule's outcome names, as a pool of their own. Whoever is not named had no turn, and left seats and skips as they
/// were: drawn from the named alone, the outcome comes out again, or is none of this rule's, whoever else was in its pool.
/// </summary>
internal sealed class NamedEntries(DrawRule rule, RuleOutcome outcome, string path)
{
    /// <summary>The entries with the places where they stand: winners, alternates, skipped.</summary>
    private readonly List<(DrawnEntry Entry, string Path)> _entries =
    [
        .. outcome.Winners.Select((entry, i) => (entry, $"{path}.winners[{i}]")),
        .. outcome.Alternates.Select((entry, i) => (entry, $"{path}.alternates[{i}]")),
        .. outcome.Skipped.Select((skipped, i) => (skipped.Entry, $"{path}.skipped[{i}]")),
    ];

    /// <summary>The first thing by which they cannot be the entries of such an outcome; null if they can.</summary>
    /// <param name="pool">The pool of the rule, if it is at hand.</param>
    internal Difference? FirstDifference(Pool? pool) => Repeated() ?? TooHeavy() ?? TooMany() ?? (pool is null ? null : Strange(pool));

    /// <summary>The entries as a pool, of which it is known that <see cref="FirstDifference"/> is null.</summary>
    internal Pool ToPool()
    {
        var lines = new EntrantLinesBuilder(LineShape.Of(rule.Pool.Kind), "entry");
        foreach (var (entry, _) in _entries)
            lines.AddLine(Encoding.UTF8.GetBytes(entry.Line));
        var pool = Pool.Of(rule.Pool.Kind, lines.Build());
        if (rule.Pool.HoldersDigest is not null)
            pool = pool.HeldBy(_entries.Select(named => KeyValuePair.Create(named.Entry.Id, named.Entry.Holder!)));
        return rule.Pool.StrataDigest is null ? pool : pool.InStrata(_entries.Select(named => KeyValuePair.Create(named.Entry.Id, named.Entry.Stratum!)));
    }

    private Difference? Repeated()
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        return _entries.Where(named => !ids.Add(named.Entry.Id))
            .Select(named => new Difference($"{named.Path}.id", $"an entry that rule '{rule.Id}' has not named before", $"'{named.Entry.Id}' again"))
            .FirstOrDefault();
    }

    private Difference? TooHeavy()
    {
        if (rule.Pool.Kind != PoolKind.Weights)
            return null;
        var total = 0L;
        foreach (var (entry, place) in _entries)
        {
            var weight = long.Parse(entry.Value!, NumberStyles.None, CultureInfo.InvariantCulture);
            total += weight;
            if (weight == 0)
                return new Difference($"{place}.weight", "a weight above 0, without which an entry has no ticket", "0");
            if (total > Pool.MaxTotalWeight)
                return new Difference($"{place}.weight", $"weights that amount to at most {Pool.MaxTotalWeight} in a pool", $"{total} up to here");
        }

        return null;
    }

    private Difference? TooMany()
    {
        if (_entries.Count > rule.Pool.Size)
            return new Difference(path, $"at most the {rule.Pool.Size} entries of the pool", $"{_entries.Count} entries");
        return _entries.Count < rule.Pool.Size && rule.LeavesSeats(outcome)
            ? new Difference(
                path,
                $"all {rule.Pool.Size} entries of the pool, as seats are left",
                $"{_entries.Count} entries ({outcome.Winners.Count} winners, {outcome.Alternates.Count} alternates, {outcome.Skipped.Count} skipped)")
            : null;
    }

    private Difference? Strange(Pool pool)
    {
        foreach (var (entry, place) in _entries)
        {
            var line = pool.Lines.IndexOf(EntrantText.Bytes(entry.Id));
            if (line < 0)
                return new Difference($"{place}.id", $"an entry of the pool of rule '{rule.Id}'", $"'{entry.Id}'");
            var locked = pool.EntryAt(line, ticket: null);
            (string? Name, string? Locked, string? Stated)[] fields =
            [
                (OutcomeJson.ValueField(rule.Pool.Kind), locked.Value, entry.Value),
                ("reached", locked.Reached, entry.Reached),
                ("stratum", locked.Stratum, entry.Stratum),
                ("holder", locked.Holder, entry.Holder),
            ];
            if (fields.FirstOrDefault(field => field.Locked != field.Stated) is { Name: { } name } other)
                return new Difference($"{place}.{name}", $"'{other.Locked}', as in the pool", $"'{other.Stated}'");
        }

        return null;
    }
}
