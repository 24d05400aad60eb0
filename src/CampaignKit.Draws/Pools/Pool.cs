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
    private readonly long[] _reached;
    private readonly Lazy<Digest> _merkleRoot;

    private Pool(PoolKind kind, EntrantLines lines)
    {
        Kind = kind;
        Lines = lines;
        _values = kind is PoolKind.Weights or PoolKind.Scores or PoolKind.TimedScores ? Values(lines, second: false) : [];
        _reached = kind is PoolKind.TimedScores ? Values(lines, second: true) : [];
        _merkleRoot = new Lazy<Digest>(() => PoolTree.RootOf(this));
    }

    private Pool(Pool other)
    {
        Kind = other.Kind;
        Lines = other.Lines;
        Holders = other.Holders;
        Strata = other.Strata;
        _values = other._values;
        _reached = other._reached;
        _merkleRoot = other._merkleRoot;
    }

    /// <summary>What each entrant carries.</summary>
    public PoolKind Kind { get; }

    /// <summary>The number of entrants.</summary>
    public int Size => Lines.Count;

    /// <summary>SHA-256 of the lines in byte order, each ended by a line feed; holders and strata are not part of it.</summary>
    public Digest Digest => Lines.Digest;

    /// <summary>Who holds each entry; null if each entrant is its own person.</summary>
    public EntryMap? Holders { get; private init; }

    /// <summary>The stratum of each entry; null if the pool has none.</summary>
    public EntryMap? Strata { get; private init; }

    /// <summary>The ids in byte order, made into strings one by one.</summary>
    public IEnumerable<string> Ids => Enumerable.Range(0, Size).Select(Lines.IdText);

    /// <summary>What a manifest says of this pool.</summary>
    public PoolCommitment Commitment => new(Kind, Digest, Size, _merkleRoot, Holders?.Digest, Strata?.Digest);

    internal EntrantLines Lines { get; }

    /// <summary>The weights or scores of the entries.</summary>
    internal ReadOnlyMemory<long> ValueOfEach => _values;

    /// <summary>When each entry reached its score.</summary>
    internal ReadOnlyMemory<long> ReachedOfEach => _reached;

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

    /// <summary>A pool of ids with the score of each and when it was reached: smaller is earlier, in any unit, such as Unix seconds or a place in an order.</summary>
    /// <exception cref="PoolFormatException">An id is malformed or stands twice; all problems are named together.</exception>
    public static Pool OfTimedScores(IEnumerable<(string Id, long Score, long Reached)> scores) =>
        Build(PoolKind.TimedScores, Guard.Against.Null(scores).Select(entry => (entry.Id, (string?)$"{Text(entry.Score)}\t{Text(entry.Reached)}")));

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
    public Pool HeldBy(IEnumerable<KeyValuePair<string, string>> holders) =>
        new(this) { Holders = EntryMap.Read(holders, LineShape.Holders, Lines) };

    /// <summary>The same pool with the stratum of each entry, such as its team; the strata must name every id and no other.</summary>
    /// <exception cref="PoolFormatException">An id lacks a stratum, a stratum is malformed, or an id is not in the pool.</exception>
    public Pool InStrata(IEnumerable<KeyValuePair<string, string>> strata) =>
        new(this) { Strata = EntryMap.Read(strata, LineShape.Strata, Lines) };

    /// <summary>
    /// A pool of the persons behind the entries, each once: of the holders, or of the entrants where there are none. A draw over it gives
    /// one entry a person, where this pool gives one an entry. Its strata, if it is to have any, are strata of persons.
    /// </summary>
    public Pool Persons()
    {
        var persons = new EntrantLinesBuilder(LineShape.Ids, "entry");
        foreach (var entries in Holders?.Groups() ?? Enumerable.Range(0, Size).Select(entry => (ReadOnlyMemory<int>)new[] { entry }))
            persons.AddLine(PersonAt(entries.Span[0]));
        return Of(PoolKind.Ids, persons.Build());
    }

    /// <summary>Whether <paramref name="id"/> is in the pool.</summary>
    public bool Contains(string id) => Lines.IndexOf(EntrantText.Bytes(Guard.Against.Null(id))) >= 0;

    internal static Pool Of(PoolKind kind, EntrantLines lines) => new(kind, lines);

    internal Pool HeldBy(EntrantLines holders) => new(this) { Holders = EntryMap.Of(holders, LineShape.Holders, Lines) };

    internal Pool InStrata(EntrantLines strata) => new(this) { Strata = EntryMap.Of(strata, LineShape.Strata, Lines) };

    /// <summary>The weight or score of an entry.</summary>
    internal long ValueAt(int entry) => _values[entry];

    /// <summary>The person of an entry: its holder, or the entrant itself.</summary>
    internal ReadOnlySpan<byte> PersonAt(int entry) => Holders is { } holders ? holders.Lines.Value(entry) : Lines.Id(entry);

    /// <summary>The entry as an outcome names it.</summary>
    internal DrawnEntry EntryAt(int entry, Digest? ticket) => new(
        Lines.IdText(entry),
        Kind switch
        {
            PoolKind.Ids => null,
            PoolKind.Numbers => Lines.ValueText(entry),
            _ => Text(_values[entry]),
        },
        ticket,
        Holders?.NameOf(entry))
    {
        Reached = Kind == PoolKind.TimedScores ? Text(_reached[entry]) : null,
        Stratum = Strata?.NameOf(entry),
    };

    private static Pool Build(PoolKind kind, IEnumerable<(string Id, string? Value)> entries)
    {
        var lines = new EntrantLinesBuilder(LineShape.Of(kind), "entry");
        foreach (var (id, value) in entries)
            lines.Add(id, value);
        return Of(kind, lines.Build());
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static long[] Values(EntrantLines lines, bool second)
    {
        const byte tab = (byte)'\t';
        var values = new long[lines.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var text = lines.Value(i);
            var end = text.IndexOf(tab);
            if (end >= 0)
                text = second ? text[(end + 1)..] : text[..end];
            values[i] = long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        }

        return values;
    }
}
