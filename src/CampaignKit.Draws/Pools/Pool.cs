using System.Globalization;

namespace CampaignKit.Draws;

/// <summary>
/// The set of entrants of a rule, in byte order of their ids, with its digest. An id is 1 to 256 bytes of UTF-8 without control
/// characters and stands once. Immutable, safe from any thread.
/// </summary>
/// <remarks>
/// The digest is SHA-256 of the lines <c>id ‖ "\n"</c>, or <c>id ‖ "\t" ‖ value ‖ "\n"</c>, so <c>LC_ALL=C sort pool.txt | sha256sum</c>
/// prints it.
/// </remarks>
public sealed class Pool
{
    /// <summary>The greatest sum of weights in a pool. Each unit of weight is a ticket and costs a hash, for whoever draws and whoever checks.</summary>
    public const long MaxTotalWeight = 100_000_000;

    private readonly long[] _values;

    private Pool(PoolKind kind, EntrantLines lines, long[] values, Holders? holders)
    {
        Kind = kind;
        Lines = lines;
        _values = values;
        Holders = holders;
    }

    /// <summary>What each entrant carries.</summary>
    public PoolKind Kind { get; }

    /// <summary>The number of entrants.</summary>
    public int Size => Lines.Count;

    /// <summary>SHA-256 of the lines in byte order, each ended by a line feed; holders are not part of it.</summary>
    public Digest Digest => Lines.Digest;

    /// <summary>Who holds each entry; null if each entrant is its own person.</summary>
    public Holders? Holders { get; }

    /// <summary>The ids in byte order, made into strings one by one.</summary>
    public IEnumerable<string> Ids => Enumerable.Range(0, Size).Select(Lines.IdText);

    /// <summary>What a manifest says of this pool.</summary>
    public PoolCommitment Commitment => new(Kind, Digest, Size, Holders?.Digest);

    internal EntrantLines Lines { get; }

    /// <summary>A pool of ids alone.</summary>
    /// <exception cref="PoolFormatException">An id is malformed or stands twice; all problems are named together.</exception>
    public static Pool Of(IEnumerable<string> ids) =>
        Build(PoolKind.Ids, Guard.Against.Null(ids).Select(id => (id, (string?)null)));

    /// <summary>A pool of ids that arrive one by one; none of their strings is kept.</summary>
    /// <exception cref="PoolFormatException">An id is malformed or stands twice; all problems are named together.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static async Task<Pool> OfAsync(IAsyncEnumerable<string> ids, CancellationToken cancellationToken = default)
    {
        var lines = new EntrantLinesBuilder(LineShape.Ids, "entry");
        await foreach (var id in Guard.Against.Null(ids).WithCancellation(cancellationToken).ConfigureAwait(false))
            lines.Add(id);
        return Of(PoolKind.Ids, lines.Build());
    }

    /// <summary>A pool of ids with the person who holds each; the holders must name every id and no other.</summary>
    /// <exception cref="PoolFormatException">An id is malformed, stands twice or lacks a holder; all problems are named together.</exception>
    public static Pool Of(IEnumerable<string> ids, IReadOnlyDictionary<string, string> holders) => Of(ids).HeldBy(holders);

    /// <summary>A pool of ids with the score that each has reached.</summary>
    /// <exception cref="PoolFormatException">An id is malformed or stands twice; all problems are named together.</exception>
    public static Pool OfScores(IEnumerable<(string Id, long Score)> scores) =>
        Build(PoolKind.Scores, Guard.Against.Null(scores).Select(entry => (entry.Id, (string?)Text(entry.Score))));

    /// <summary>A pool of ids with their weights; an entrant of weight 0 is in the pool and cannot win.</summary>
    /// <exception cref="PoolFormatException">An id is malformed or stands twice, a weight is negative, or their sum is over <see cref="MaxTotalWeight"/>.</exception>
    public static Pool OfWeights(IEnumerable<(string Id, long Weight)> weights) =>
        Build(PoolKind.Weights, Guard.Against.Null(weights).Select(entry => (entry.Id, (string?)Text(entry.Weight))));

    /// <summary>A pool of ids with the number of each, a digit string kept as it is. Two entrants may have the same number.</summary>
    /// <exception cref="PoolFormatException">An id is malformed or stands twice, or a number is not of digits.</exception>
    public static Pool OfNumbers(IEnumerable<(string Id, string Number)> numbers) =>
        Build(PoolKind.Numbers, Guard.Against.Null(numbers).Select(entry => (entry.Id, (string?)Guard.Against.Null(entry.Number))));

    /// <summary>The same pool with the person who holds each entry; the holders must name every id and no other.</summary>
    /// <exception cref="PoolFormatException">An id lacks a holder, a holder is malformed, or an id is not in the pool.</exception>
    public Pool HeldBy(IEnumerable<KeyValuePair<string, string>> holders)
    {
        var lines = new EntrantLinesBuilder(LineShape.Holders, "entry");
        foreach (var (id, person) in Guard.Against.Null(holders))
            lines.Add(id, Guard.Against.Null(person, nameof(holders)));
        return HeldBy(lines.Build());
    }

    /// <summary>Whether <paramref name="id"/> is in the pool.</summary>
    public bool Contains(string id) => Lines.IndexOf(EntrantText.Bytes(Guard.Against.Null(id))) >= 0;

    internal static Pool Of(PoolKind kind, EntrantLines lines)
    {
        var values = kind is PoolKind.Weights or PoolKind.Scores ? Values(lines) : [];
        return new Pool(kind, lines, values, holders: null);
    }

    internal Pool HeldBy(EntrantLines holders)
    {
        // Both are in byte order, in which one walk meets all that differ; positions are places in it.
        var problems = new PoolProblems();
        for (var (entrant, holder) = (0, 0); entrant < Size || holder < holders.Count;)
        {
            var order = entrant == Size ? 1
                : holder == holders.Count ? -1
                : Lines.Id(entrant).SequenceCompareTo(holders.Id(holder));
            if (order > 0)
                problems.Add("holder", holder + 1, EntrantText.Show(holders.Id(holder)), "a holder belongs to an id of the pool");
            if (order < 0)
                problems.Add("entrant", entrant + 1, EntrantText.Show(Lines.Id(entrant)), "every id of the pool has a holder");
            if (order >= 0)
                holder++;
            if (order <= 0)
                entrant++;
        }

        problems.ThrowIfAny();
        return new Pool(Kind, Lines, _values, new Holders(holders));
    }

    /// <summary>The weight or score of an entry.</summary>
    internal long ValueAt(int entry) => _values[entry];

    // Holders name exactly the pool's ids, in the same order, so an entry has the same place in both.
    internal string? HolderAt(int entry) => Holders?.Lines.ValueText(entry);

    private static Pool Build(PoolKind kind, IEnumerable<(string Id, string? Value)> entries)
    {
        var lines = new EntrantLinesBuilder(LineShape.Of(kind), "entry");
        foreach (var (id, value) in entries)
            lines.Add(id, value);
        return Of(kind, lines.Build());
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static long[] Values(EntrantLines lines)
    {
        var values = new long[lines.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = long.Parse(lines.Value(i), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return values;
    }
}
