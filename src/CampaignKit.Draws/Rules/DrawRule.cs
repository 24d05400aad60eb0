using System.Buffers;

namespace CampaignKit.Draws;

/// <summary>A rule of a draw: how winners follow from a pool and a rule seed. Immutable, safe from any thread.</summary>
public abstract record DrawRule
{
    /// <summary>The most places, and the most alternates, of a rule.</summary>
    public const int MaxTake = 1_000_000;

    /// <summary>The most characters of a rule's id.</summary>
    public const int MaxIdLength = 64;

    private static readonly SearchValues<char> IdCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");

    private protected DrawRule(string id, PoolCommitment pool, params ReadOnlySpan<PoolKind> kinds)
    {
        if (IdProblem(Guard.Against.Null(id)) is { } problem)
            throw new ArgumentException($"'{id}': {problem}.", nameof(id));
        if (!kinds.Contains(Guard.Against.Null(pool).Kind))
            throw new ArgumentException($"The rule '{id}' draws from a pool of {string.Join(" or ", kinds.ToArray())}; this one is of {pool.Kind}.", nameof(pool));
        Id = id;
        Pool = pool;
    }

    /// <summary>The id, part of the rule seed and of file names: 1 to 64 of the letters a-z and A-Z, digits, '.', '_' and '-', a letter or digit first.</summary>
    public string Id { get; }

    /// <summary>The pool that the rule draws from, as a manifest names it.</summary>
    public PoolCommitment Pool { get; private init; }

    /// <summary>The same rule over another pool of the same kind, with the same strata.</summary>
    internal DrawRule Over(PoolCommitment pool) => this with { Pool = pool };

    internal static string? IdProblem(string id) =>
        id.Length is 0 or > MaxIdLength || id.AsSpan().ContainsAnyExcept(IdCharacters) || !char.IsAsciiLetterOrDigit(id[0])
            ? $"a rule id has 1 to {MaxIdLength} of the letters a-z and A-Z, digits, '.', '_' and '-', a letter or digit first"
            : null;

    internal abstract RuleOutcome Draw(Pool pool, RuleSeed seed, PrizeBook prizes, LaneWork work);

    /// <summary>Whether an outcome leaves a seat that any entry of the pool could have taken: then every entry has had its turn.</summary>
    internal virtual bool LeavesSeats(RuleOutcome outcome) => false;

    /// <summary>Seats everyone who fits, in the order given; chance has no part.</summary>
    private protected RuleOutcome SeatAll(IEnumerable<int> fitting, Pool pool, RuleSeed seed, PrizeBook prizes)
    {
        var seats = new Seating(this, pool, seed, prizes);
        foreach (var entry in fitting)
            seats.Win(entry, ticket: null);
        return seats.Close();
    }
}
