using System.Runtime.CompilerServices;

namespace CampaignKit.Leaderboards;

public sealed partial class DenseLeaderboard
{
    private const int RunLength = 32;

    /// <summary>Where a member stands, ranked in the board's style; null if it is not on the board.</summary>
    public Standing<int>? this[int member] => StandingOf(member);

    /// <summary>Where a member stands; null if it is not on the board.</summary>
    /// <param name="member">The member.</param>
    /// <param name="ranking">How ranks are counted; the board's style if null.</param>
    public Standing<int>? StandingOf(int member, RankStyle? ranking = null) =>
        RankOf(member, ranking) is { } rank ? new Standing<int>(rank, ScoreAt(member), member) : null;

    /// <summary>A member's rank; null if it is not on the board.</summary>
    /// <param name="member">The member.</param>
    /// <param name="ranking">How ranks are counted; the board's style if null.</param>
    public int? RankOf(int member, RankStyle? ranking = null)
    {
        var style = StyleOf(ranking);
        return _order.Contains(member) ? RankOfSeated(member, style) : null;
    }

    /// <summary>A member's score; null if it is not on the board.</summary>
    public long? ScoreOf(int member) => _order.Contains(member) ? ScoreAt(member) : null;

    /// <summary>Whether a member is on the board.</summary>
    public bool Contains(int member) => _order.Contains(member);

    /// <summary>Who stands at a place in the board's order; null behind the last.</summary>
    /// <param name="place">The place, from 1: the ordinal rank.</param>
    /// <param name="ranking">How the rank in the answer is counted; the board's style if null.</param>
    /// <exception cref="ArgumentException"><paramref name="place"/> is zero or negative.</exception>
    public Standing<int>? At(int place, RankStyle? ranking = null)
    {
        Guard.Against.NegativeOrZero(place);
        Span<Standing<int>> one = stackalloc Standing<int>[1];
        return Page(place - 1, one, ranking) == 1 ? one[0] : null;
    }

    /// <summary>Fills in the first members in order.</summary>
    /// <param name="into">As many standings as there is room for.</param>
    /// <param name="ranking">How ranks are counted; the board's style if null.</param>
    /// <returns>How many were filled in: fewer than there is room for if the board has fewer.</returns>
    public int Top(Span<Standing<int>> into, RankStyle? ranking = null) => Page(0, into, ranking);

    /// <summary>Fills in members in order, from a place on.</summary>
    /// <param name="skip">How many members are passed over.</param>
    /// <param name="into">As many standings as there is room for.</param>
    /// <param name="ranking">How ranks are counted; the board's style if null. Pages go by place, so a page may begin within a tie.</param>
    /// <returns>How many were filled in: fewer than there is room for, or none, at the end of the board.</returns>
    /// <exception cref="ArgumentException"><paramref name="skip"/> is negative.</exception>
    [SkipLocalsInit]
    public int Page(int skip, Span<Standing<int>> into, RankStyle? ranking = null)
    {
        Guard.Against.Negative(skip);
        var style = StyleOf(ranking);
        var listed = Math.Clamp(Count - skip, 0, into.Length);
        Span<Seat> run = stackalloc Seat[RunLength];
        var (rank, key) = (0, 0L);
        for (var filled = 0; filled < listed; filled += run.Length)
        {
            run = run[..Math.Min(run.Length, listed - filled)];
            var place = skip + filled + 1;
            _order.CopyTo(place - 1, run);
            if (filled == 0)
                (rank, key) = (FirstRank(run[0].Key, place, style), run[0].Key);

            var standings = into.Slice(filled, run.Length);
            if (style == RankStyle.ModifiedCompetition)
                ListByLastOfTie(run, place, _order.MembersThrough(run[^1].Key), standings);
            else
                rank = ListByFirstOfTie(run, place, rank, key, style, standings);
            key = run[^1].Key;
        }

        return listed;
    }

    /// <summary>
    /// Fills in a member and its neighbours in order: the member in the middle, and near an end of the board so many more on the other side that all
    /// the room is used if the board has as many members.
    /// </summary>
    /// <param name="member">The member.</param>
    /// <param name="into">As many standings as there is room for; 2r + 1 for r neighbours on either side.</param>
    /// <param name="ranking">How ranks are counted; the board's style if null.</param>
    /// <returns>How many were filled in; none if the member is not on the board.</returns>
    public int Around(int member, Span<Standing<int>> into, RankStyle? ranking = null)
    {
        var style = StyleOf(ranking);
        if (!_order.Contains(member))
            return 0;

        var take = Math.Min(Count, into.Length);
        var skip = Math.Clamp(_order.PlaceOf(member) - ((into.Length - 1) / 2), 0, Count - take);
        return Page(skip, into[..take], style);
    }

    /// <summary>
    /// The rank that a score stands for, whether anybody has it or not: one more than members have a better score (competition, and ordinal of the first
    /// who has it), one more than there are better scores (dense), as many as have it or a better one, but at least the competition rank (modified
    /// competition).
    /// </summary>
    /// <param name="score">The score.</param>
    /// <param name="ranking">How ranks are counted; the board's style if null.</param>
    public int RankOfScore(long score, RankStyle? ranking = null)
    {
        var key = KeyOf(score);
        var style = StyleOf(ranking);
        return style == RankStyle.ModifiedCompetition
            ? Math.Max(_order.MembersThrough(key), _order.MembersBefore(key) + 1)
            : SharedRankOf(key, style);
    }

    /// <summary>How many members have this score or a higher one, whichever end is first.</summary>
    public int CountAtLeast(long score) => CountBetween(score, long.MaxValue);

    /// <summary>How many members have a score from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    /// <exception cref="ArgumentException"><paramref name="low"/> is above <paramref name="high"/>.</exception>
    public int CountBetween(long low, long high)
    {
        if (low > high)
            throw new ArgumentException($"{nameof(low)} ({low}) is above {nameof(high)} ({high}).", nameof(low));

        var (best, worst) = Order == ScoreOrder.Descending ? (high, low) : (low, high);
        return _order.MembersThrough(KeyOf(worst)) - _order.MembersBefore(KeyOf(best));
    }

    private int RankOfSeated(int member, RankStyle style) =>
        style == RankStyle.Ordinal ? _order.PlaceOf(member) + 1 : SharedRankOf(_order.KeyOf(member), style);

    private int SharedRankOf(long key, RankStyle style) => style switch
    {
        RankStyle.Dense => _order.KeysBefore(key) + 1,
        RankStyle.ModifiedCompetition => _order.MembersThrough(key),
        _ => _order.MembersBefore(key) + 1,
    };

    /// <summary>The rank of the first of a page, if it is needed; the first of all needs no search.</summary>
    private int FirstRank(long key, int place, RankStyle style) => style switch
    {
        _ when place == 1 => 1,
        RankStyle.Dense or RankStyle.Competition => SharedRankOf(key, style),
        _ => place,
    };

    /// <summary>Fills in members from a place on, the first of whom has a rank if it has that key.</summary>
    /// <returns>The last one's rank.</returns>
    // Not inlined, so that what it counts stays in registers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int ListByFirstOfTie(ReadOnlySpan<Seat> seats, int place, int rank, long key, RankStyle style, Span<Standing<int>> standings)
    {
        var turn = _turn;
        for (var slot = 0; slot < seats.Length; slot++)
        {
            var seat = seats[slot];
            if (seat.Key != key || style == RankStyle.Ordinal)
                rank = style == RankStyle.Dense ? rank + 1 : place + slot;
            key = seat.Key;
            standings[slot] = new Standing<int>(rank, key ^ turn, seat.Member);
        }

        return rank;
    }

    /// <summary>Fills in members from a place on, the last of whom has that rank.</summary>
    private void ListByLastOfTie(ReadOnlySpan<Seat> seats, int place, int rank, Span<Standing<int>> standings)
    {
        var key = seats[^1].Key;
        for (var slot = seats.Length - 1; slot >= 0; slot--)
        {
            var seat = seats[slot];
            if (seat.Key != key)
                rank = place + slot;
            key = seat.Key;
            standings[slot] = new Standing<int>(rank, key ^ _turn, seat.Member);
        }
    }

    private RankStyle StyleOf(RankStyle? ranking) => ranking is { } style ? Guard.Against.EnumOutOfRange(style, nameof(ranking)) : Ranking;
}
