namespace CampaignKit.Leaderboards;

/// <summary>
/// A board of members with 64-bit integer scores that answers exactly who stands where. Unless told otherwise the highest score is first, who
/// reached a score first stands first within it, and ranks are competition ranks (1 2 2 4).
/// </summary>
/// <remarks>
/// Writes and questions are O(log n) in the number of members, listings besides linear in what they list; at most 2,147,483,647 members fit.
/// A question about an unknown member has an answer (null, or an empty list), not an exception.
/// Not thread-safe: many threads may read at the same time, but not while one writes; the host keeps a writer apart, e.g. by a
/// <see cref="ReaderWriterLockSlim"/>. What a listing returns is a copy and stays as it was.
/// </remarks>
/// <typeparam name="TKey">The type of member ids; its equality and hash code must not change while a member is on the board.</typeparam>
public sealed partial class Leaderboard<TKey>
    where TKey : notnull
{
    private readonly Roster<TKey> _roster;
    private readonly IMemberOrder _order;
    private readonly long _turn;
    private int _version;

    /// <summary>An empty board.</summary>
    /// <param name="options">Order, ranks and ties; the defaults of <see cref="LeaderboardOptions"/> if null.</param>
    /// <param name="sameId">When two ids are the same member; the type's own equality if null.</param>
    /// <param name="idOrder">
    /// The order of ids for <see cref="TieOrder.ById"/>; if null, strings by their UTF-16 code units and other types in their own order.
    /// It must not throw.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">An option is not a value of its enumeration.</exception>
    /// <exception cref="ArgumentException">Ties go by id, but the ids have no order and none is given.</exception>
    public Leaderboard(LeaderboardOptions? options = null, IEqualityComparer<TKey>? sameId = null, IComparer<TKey>? idOrder = null)
    {
        Options = options ?? new LeaderboardOptions();
        Guard.Against.EnumOutOfRange(Options.Order);
        Guard.Against.EnumOutOfRange(Options.Ranking);
        Guard.Against.EnumOutOfRange(Options.Ties);

        _roster = new Roster<TKey>(sameId);
        _order = Options.Ties switch
        {
            TieOrder.LatestFirst => new MemberTree<LatestFirst>(default),
            TieOrder.ById => new MemberTree<ById<TKey>>(new ById<TKey>(_roster, idOrder ?? DefaultIdOrder())),
            _ => new MemberTree<EarliestFirst>(default),
        };

        // The complement turns the order round and, unlike the negative, has a value for every score.
        _turn = Options.Order == ScoreOrder.Descending ? -1 : 0;
    }

    /// <summary>What the board was told at its construction.</summary>
    public LeaderboardOptions Options { get; }

    /// <summary>How many members are on the board.</summary>
    public int Count => _order.Count;

    /// <summary>Sets a member's score, adding the member if it is not on the board.</summary>
    /// <exception cref="ArgumentNullException">The id is null.</exception>
    public ScoreChange Set(TKey id, long score) => Write(id, _roster.Find(id), score);

    /// <summary>
    /// Sets a member's score if it is better than the one it has: higher on a descending board, lower on an ascending one. Adds the member if it
    /// is not on the board.
    /// </summary>
    /// <exception cref="ArgumentNullException">The id is null.</exception>
    public ScoreChange SetIfBetter(TKey id, long score)
    {
        var member = _roster.Find(id);
        if (member == Roster<TKey>.Unknown || KeyOf(score) < _order.KeyOf(member))
            return Write(id, member, score);

        var kept = ScoreOfMember(member);
        return new ScoreChange(WriteOutcome.Unchanged, kept, kept);
    }

    /// <summary>Adds to a member's score, which counts from 0 if the member is not on the board.</summary>
    /// <param name="id">The member.</param>
    /// <param name="by">What is added; a negative number takes away, 0 adds an unknown member with the score 0.</param>
    /// <exception cref="ArgumentNullException">The id is null.</exception>
    /// <exception cref="OverflowException">The sum is no 64-bit integer; the board is as before.</exception>
    public ScoreChange Increment(TKey id, long by = 1)
    {
        var member = _roster.Find(id);
        var before = ScoreOrZero(member);
        return Write(id, member, Exactly((Int128)before + by, id, before));
    }

    /// <summary>Takes away from a member's score, which counts from 0 if the member is not on the board.</summary>
    /// <param name="id">The member.</param>
    /// <param name="by">What is taken away; not negative.</param>
    /// <param name="floor">Where the score stops falling; none if null. A score that is below it already is kept, never lifted.</param>
    /// <exception cref="ArgumentNullException">The id is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="by"/> is negative.</exception>
    /// <exception cref="OverflowException">The difference is no 64-bit integer; the board is as before.</exception>
    public ScoreChange Decrement(TKey id, long by = 1, long? floor = null)
    {
        Guard.Against.Negative(by);
        var member = _roster.Find(id);
        var before = ScoreOrZero(member);
        var after = (Int128)before - by;
        if (floor is { } lowest && after < lowest)
            after = Math.Min(before, lowest);
        return Write(id, member, Exactly(after, id, before));
    }

    /// <summary>Takes a member off the board; the others close up.</summary>
    /// <returns>Whether the member was on the board.</returns>
    /// <exception cref="ArgumentNullException">The id is null.</exception>
    public bool Remove(TKey id)
    {
        var member = _roster.Find(id);
        if (member == Roster<TKey>.Unknown)
            return false;

        RemoveMember(member);
        return true;
    }

    /// <summary>Takes all but the first <paramref name="n"/> members in the board's order off the board.</summary>
    /// <returns>How many were taken off.</returns>
    /// <exception cref="ArgumentException"><paramref name="n"/> is negative.</exception>
    public int KeepTop(int n)
    {
        Guard.Against.Negative(n);
        var removed = Math.Max(0, Count - n);
        while (Count > n)
            RemoveMember(_order.RunAt(Count - 1)[0].Member);
        return removed;
    }

    /// <summary>Takes all members off the board.</summary>
    public void Clear()
    {
        _version++;
        _order.Clear();
        _roster.Clear();
    }

    private static IComparer<TKey> DefaultIdOrder()
    {
        // Strings compare by culture unless told otherwise, and a board must not depend on the machine it runs on.
        if (StringComparer.Ordinal is IComparer<TKey> ordinal)
            return ordinal;
        if (typeof(IComparable<TKey>).IsAssignableFrom(typeof(TKey)) || typeof(IComparable).IsAssignableFrom(typeof(TKey)))
            return Comparer<TKey>.Default;
        throw new ArgumentException($"Ties go by id, but {typeof(TKey)} has no order of its own: pass idOrder.", "idOrder");
    }

    private static long Exactly(Int128 score, TKey id, long before) =>
        score >= long.MinValue && score <= long.MaxValue
            ? (long)score
            : throw new OverflowException($"The score of {id} would go from {before} to {score}, beyond a 64-bit integer.");

    private ScoreChange Write(TKey id, int member, long score)
    {
        if (member == Roster<TKey>.Unknown)
        {
            _version++;
            _order.Add(_roster.Enter(id), KeyOf(score));
            return new ScoreChange(WriteOutcome.Added, null, score);
        }

        var before = ScoreOfMember(member);
        if (score == before)
            return new ScoreChange(WriteOutcome.Unchanged, before, score);

        _version++;
        _order.Move(member, KeyOf(score));
        return new ScoreChange(WriteOutcome.Changed, before, score);
    }

    private void RemoveMember(int member)
    {
        _version++;
        _order.Remove(member);
        _roster.Leave(member);
    }

    private long KeyOf(long score) => score ^ _turn;

    private long ScoreAt(long key) => key ^ _turn;

    private long ScoreOfMember(int member) => ScoreAt(_order.KeyOf(member));

    private long ScoreOrZero(int member) => member == Roster<TKey>.Unknown ? 0 : ScoreOfMember(member);
}
