using System.Collections.Frozen;
using System.Globalization;

namespace CampaignKit.Draws;

/// <summary>
/// Each entrant's chance, before the randomness is known, to be among the first tickets of a pool of ids or weights. Holders,
/// exclusions, quotas and prizes of other rules are not looked at. Immutable, safe from any thread.
/// </summary>
/// <remarks>
/// Where all who can win have the same weight the chance is places / entrants. Otherwise it is integrated over the smallest ticket of
/// the entrant, see <see cref="Accuracy"/>.
/// </remarks>
public sealed class DrawOdds
{
    /// <summary>How far from the truth a chance is at most, as an absolute difference, where weights differ.</summary>
    public const double Accuracy = 1e-9;

    /// <summary>
    /// The most work that is taken on where weights differ: places times the sum, over the distinct weights, of the smaller of places and
    /// of entrants of this weight. At the limit it takes some seconds.
    /// </summary>
    public const long MaxWork = 5_000_000;

    private readonly Pool _pool;
    private readonly FrozenDictionary<long, double> _byWeight;

    private DrawOdds(Pool pool, int take, FrozenDictionary<long, double> byWeight, IEnumerable<WeightGroup> groups)
    {
        _pool = pool;
        _byWeight = byWeight;
        Take = take;
        Entrants = groups.ToFrozenDictionary(group => group.Weight, group => group.Count);
    }

    /// <summary>The number of places.</summary>
    public int Take { get; }

    /// <summary>The chance of an entrant of each weight in the pool; in a pool of ids all have weight 1.</summary>
    public IReadOnlyDictionary<long, double> ByWeight => _byWeight;

    /// <summary>How many entrants there are of each weight.</summary>
    public IReadOnlyDictionary<long, int> Entrants { get; }

    /// <summary>The chances in <paramref name="pool"/> when its <paramref name="take"/> smallest tickets win.</summary>
    /// <param name="pool">A pool of ids or weights.</param>
    /// <param name="take">The places, 1 to <see cref="DrawRule.MaxTake"/>; with the alternates added, the chances to be drawn at all.</param>
    /// <param name="cancellationToken">Stops the integration.</param>
    /// <exception cref="ArgumentException">The pool is of another kind, or weights differ and the work is above <see cref="MaxWork"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="take"/> is out of its range.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static DrawOdds Of(Pool pool, int take, CancellationToken cancellationToken = default)
    {
        Guard.Against.OutOfRange(take, nameof(take), 1, DrawRule.MaxTake);
        if (Guard.Against.Null(pool).Kind is not (PoolKind.Ids or PoolKind.Weights))
            throw new ArgumentException($"Odds are those of a pool of {PoolKind.Ids} or {PoolKind.Weights}; this one is of {pool.Kind}.", nameof(pool));

        var groups = Groups(pool);
        var canWin = groups.Where(group => group.Weight > 0).ToList();
        var entrants = canWin.Sum(group => (long)group.Count);
        double[] chances = entrants <= take ? [.. canWin.Select(_ => 1.0)]
            : canWin.Count == 1 ? [(double)take / entrants]
            : TicketRace.Chances(WithinLimit(canWin, take, nameof(pool)), take, cancellationToken);
        var byWeight = canWin.Zip(chances).ToDictionary(pair => pair.First.Weight, pair => pair.Second);
        if (groups.Any(group => group.Weight == 0))
            byWeight.Add(0, 0);
        return new DrawOdds(pool, take, byWeight.ToFrozenDictionary(), groups);
    }

    /// <summary>The chance of one entrant.</summary>
    /// <exception cref="ArgumentException"><paramref name="id"/> cannot be an entrant's id.</exception>
    /// <exception cref="KeyNotFoundException"><paramref name="id"/> is not in the pool.</exception>
    public double ChanceOf(string id) => _byWeight[WeightOf(id)];

    /// <summary>The weight of one entrant; 1 in a pool of ids.</summary>
    /// <exception cref="ArgumentException"><paramref name="id"/> cannot be an entrant's id.</exception>
    /// <exception cref="KeyNotFoundException"><paramref name="id"/> is not in the pool.</exception>
    public long WeightOf(string id)
    {
        var entry = _pool.Lines.IndexOf(EntrantText.Bytes(Guard.Against.Null(id)));
        return entry >= 0 ? WeightAt(_pool, entry) : throw new KeyNotFoundException($"'{id}' is not in the pool.");
    }

    private static long WeightAt(Pool pool, int entry) => pool.Kind == PoolKind.Ids ? 1 : pool.ValueAt(entry);

    private static List<WeightGroup> Groups(Pool pool) =>
        pool.Kind == PoolKind.Ids
            ? pool.Size == 0 ? [] : [new WeightGroup(1, pool.Size)]
            : [.. Enumerable.Range(0, pool.Size).CountBy(entry => WeightAt(pool, entry)).Select(group => new WeightGroup(group.Key, group.Value)).OrderBy(group => group.Weight)];

    private static List<WeightGroup> WithinLimit(List<WeightGroup> groups, int take, string parameter)
    {
        var work = take * groups.Sum(group => (long)Math.Min(group.Count, take));
        return work <= MaxWork
            ? groups
            : throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"The odds of {take} places over {groups.Count} distinct weights are too much work: {work}, at most {MaxWork}. Ask for fewer places, or group weights."),
                parameter);
    }
}
