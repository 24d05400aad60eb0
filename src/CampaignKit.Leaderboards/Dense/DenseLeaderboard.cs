using System.Diagnostics.CodeAnalysis;

namespace CampaignKit.Leaderboards;

/// <summary>
/// A board whose members are small numbers from 0 on, as a host has them that keeps its own table of members: a <see cref="Leaderboard{TKey}"/> without
/// ids to look up, which writes its listings into memory of the caller's and does many members at once.
/// </summary>
/// <remarks>
/// Memory goes by the largest number ever used, not by how many are in use. With ties earliest first, scores from 0 to 8,191, and to 131,071 if many
/// members share them, are kept in a structure made for them: a write or a rank takes tens of nanoseconds at a million members, and a member some 14
/// bytes. At the first score that does not fit the board moves to a tree by itself, once, and that changes no answer.
/// Some 1,000 million members may be expected to fit, in 33,554,431 nodes of 64 that are filled more or less; a write that might need one node more is
/// an <see cref="InvalidOperationException"/> and changes nothing.
/// Questions allocate nothing; writes only what the board grows by, and now and then a little where a score is reached that nobody has.
/// Not thread-safe: many threads may read at the same time, but not while one writes.
/// </remarks>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "A leaderboard is called a leaderboard.")]
public sealed partial class DenseLeaderboard
{
    private readonly IMemberOrder _order;
    private readonly long _turn;

    /// <summary>An empty board.</summary>
    /// <param name="order">Which end of the scores is first.</param>
    /// <param name="ranking">How ranks are counted where a query does not say.</param>
    /// <param name="ties">In which order members of one score stand; by id is by number.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not a value of its enumeration.</exception>
    /// <exception cref="ArgumentException">The order of ties needs more than a score.</exception>
    public DenseLeaderboard(
        ScoreOrder order = ScoreOrder.Descending, RankStyle ranking = RankStyle.Competition, TieOrder ties = TieOrder.EarliestFirst)
    {
        Order = Guard.Against.EnumOutOfRange(order);
        Ranking = Guard.Against.EnumOutOfRange(ranking);
        Ties = Guard.Against.EnumOutOfRange(ties);

        // The complement turns the order round and, unlike the negative, has a value for every score.
        _turn = order == ScoreOrder.Descending ? -1 : 0;
        _order = ties switch
        {
            TieOrder.EarliestFirst => new CampaignOrder(_turn),
            TieOrder.LatestFirst => new MemberTree<LatestFirst>(default),
            TieOrder.ById => new MemberTree<ByNumber>(default),
            _ => throw new ArgumentException($"Ties are {ties}, but a {nameof(DenseLeaderboard)} has nothing but scores and numbers.", nameof(ties)),
        };
    }

    /// <summary>Which end of the scores is first.</summary>
    public ScoreOrder Order { get; }

    /// <summary>How ranks are counted where a query does not say.</summary>
    public RankStyle Ranking { get; }

    /// <summary>In which order members of one score stand.</summary>
    public TieOrder Ties { get; }

    /// <summary>How many members are on the board.</summary>
    public int Count => _order.Count;

    /// <summary>Sets a member's score, adding the member if it is not on the board.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="member"/> is negative, or no array is that long.</exception>
    public ScoreChange Set(int member, long score)
    {
        EnsureNumber(member, nameof(member));
        if (!_order.Contains(member))
            return Enter(member, score);

        var before = ScoreAt(member);
        return Move(member, before, score);
    }

    /// <summary>Sets a member's score if it is better than the one it has. Adds the member if it is not on the board.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="member"/> is negative, or no array is that long.</exception>
    public ScoreChange SetIfBetter(int member, long score)
    {
        EnsureNumber(member, nameof(member));
        if (!_order.Contains(member))
            return Enter(member, score);

        var before = ScoreAt(member);
        return Move(member, before, KeyOf(score) < KeyOf(before) ? score : before);
    }

    /// <summary>Adds to a member's score, which counts from 0 if the member is not on the board.</summary>
    /// <param name="member">The member.</param>
    /// <param name="by">What is added; a negative number takes away, 0 adds an unknown member with the score 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="member"/> is negative, or no array is that long.</exception>
    /// <exception cref="OverflowException">The sum is no 64-bit integer; the board is as before.</exception>
    public ScoreChange Increment(int member, long by = 1)
    {
        EnsureNumber(member, nameof(member));
        if (!_order.Contains(member))
            return Enter(member, by);

        var before = ScoreAt(member);
        return Move(member, before, Exactly((Int128)before + by, member, before));
    }

    /// <summary>Takes away from a member's score, which counts from 0 if the member is not on the board.</summary>
    /// <param name="member">The member.</param>
    /// <param name="by">What is taken away; not negative.</param>
    /// <param name="floor">Where the score stops falling; none if null. A score that is below it already is kept, never lifted.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="member"/> is negative, or no array is that long.</exception>
    /// <exception cref="ArgumentException"><paramref name="by"/> is negative.</exception>
    /// <exception cref="OverflowException">The difference is no 64-bit integer; the board is as before.</exception>
    public ScoreChange Decrement(int member, long by = 1, long? floor = null)
    {
        EnsureNumber(member, nameof(member));
        Guard.Against.Negative(by);
        var isOnBoard = _order.Contains(member);
        var before = isOnBoard ? ScoreAt(member) : 0;
        var after = (Int128)before - by;
        if (floor is { } lowest && after < lowest)
            after = Math.Min(before, lowest);

        var score = Exactly(after, member, before);
        return isOnBoard ? Move(member, before, score) : Enter(member, score);
    }

    /// <summary>Takes a member off the board; the others close up.</summary>
    /// <returns>Whether the member was on the board.</returns>
    public bool Remove(int member)
    {
        if (!_order.Contains(member))
            return false;

        _order.Remove(member);
        return true;
    }

    /// <summary>Takes all members off the board.</summary>
    public void Clear() => _order.Clear();

    // The guard boxes what it compares: it is called for its message alone.
    private static void EnsureNumber(int member, string parameterName)
    {
        if ((uint)member >= (uint)Array.MaxLength)
            Guard.Against.OutOfRange(member, parameterName, 0, Array.MaxLength - 1);
    }

    private static long Exactly(Int128 score, int member, long before) =>
        score >= long.MinValue && score <= long.MaxValue
            ? (long)score
            : throw new OverflowException($"The score of {member} would go from {before} to {score}, beyond a 64-bit integer.");

    private ScoreChange Enter(int member, long score)
    {
        _order.Add(member, KeyOf(score));
        return new ScoreChange(WriteOutcome.Added, null, score);
    }

    private ScoreChange Move(int member, long before, long score)
    {
        if (score == before)
            return new ScoreChange(WriteOutcome.Unchanged, before, score);

        _order.Move(member, KeyOf(score));
        return new ScoreChange(WriteOutcome.Changed, before, score);
    }

    private long KeyOf(long score) => score ^ _turn;

    private long ScoreAt(int member) => _order.KeyOf(member) ^ _turn;
}
