using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace CampaignKit.Leaderboards;

[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "A leaderboard is called a leaderboard.")]
public sealed partial class Leaderboard<TKey> : IReadOnlyCollection<Standing<TKey>>
{
    private const int EnumerationPage = 256;

    /// <summary>Where a member stands, ranked in the board's style; null if it is not on the board.</summary>
    /// <exception cref="ArgumentNullException">The id is null.</exception>
    public Standing<TKey>? this[TKey id] => StandingOf(id);

    /// <summary>Where a member stands; null if it is not on the board.</summary>
    /// <param name="id">The member.</param>
    /// <param name="ranking">How ranks are counted; the board's style if null.</param>
    /// <exception cref="ArgumentNullException">The id is null.</exception>
    public Standing<TKey>? StandingOf(TKey id, RankStyle? ranking = null)
    {
        var style = StyleOf(ranking);
        var member = _roster.Find(id);
        if (member == Roster<TKey>.Unknown)
            return null;

        var key = _order.KeyOf(member);
        var rank = style == RankStyle.Ordinal ? _order.PlaceOf(member) + 1 : SharedRankOf(key, style);
        return new Standing<TKey>(rank, ScoreAt(key), _roster[member]);
    }

    /// <summary>
    /// The mean of the places that members of this member's score take, as statistics ranks ties (1, 2.5, 2.5, 4); null if it is not on the
    /// board. A multiple of one half, exact.
    /// </summary>
    /// <exception cref="ArgumentNullException">The id is null.</exception>
    public double? FractionalRankOf(TKey id)
    {
        var member = _roster.Find(id);
        if (member == Roster<TKey>.Unknown)
            return null;

        var key = _order.KeyOf(member);
        return (_order.MembersBefore(key) + 1L + _order.MembersThrough(key)) / 2.0;
    }

    /// <summary>A member's score; null if it is not on the board. O(1).</summary>
    /// <exception cref="ArgumentNullException">The id is null.</exception>
    public long? ScoreOf(TKey id) => _roster.Find(id) is var member and not Roster<TKey>.Unknown ? ScoreOfMember(member) : null;

    /// <summary>Whether a member is on the board. O(1).</summary>
    /// <exception cref="ArgumentNullException">The id is null.</exception>
    public bool Contains(TKey id) => _roster.Find(id) != Roster<TKey>.Unknown;

    /// <summary>Who stands at a place in the board's order; null behind the last.</summary>
    /// <param name="place">The place, from 1: the ordinal rank.</param>
    /// <param name="ranking">How the rank in the answer is counted; the board's style if null.</param>
    /// <exception cref="ArgumentException"><paramref name="place"/> is zero or negative.</exception>
    public Standing<TKey>? At(int place, RankStyle? ranking = null)
    {
        Guard.Against.NegativeOrZero(place);
        var style = StyleOf(ranking);
        if (place > Count)
            return null;

        var seat = _order.RunAt(place - 1)[0];
        var rank = style == RankStyle.Ordinal ? place : SharedRankOf(seat.Key, style);
        return new Standing<TKey>(rank, ScoreAt(seat.Key), _roster[seat.Member]);
    }

    /// <summary>The first <paramref name="n"/> members in order; all if there are fewer.</summary>
    /// <param name="n">How many.</param>
    /// <param name="ranking">How ranks are counted; the board's style if null.</param>
    /// <exception cref="ArgumentException"><paramref name="n"/> is negative.</exception>
    public IReadOnlyList<Standing<TKey>> Top(int n, RankStyle? ranking = null) => List(0, Guard.Against.Negative(n), StyleOf(ranking));

    /// <summary>Members in order, from a place on; fewer than asked, or none, at the end of the board.</summary>
    /// <param name="skip">How many members are passed over.</param>
    /// <param name="take">How many members are listed.</param>
    /// <param name="ranking">How ranks are counted; the board's style if null. Pages go by place, so a page may begin within a tie.</param>
    /// <exception cref="ArgumentException"><paramref name="skip"/> or <paramref name="take"/> is negative.</exception>
    public IReadOnlyList<Standing<TKey>> Page(int skip, int take, RankStyle? ranking = null) =>
        List(Guard.Against.Negative(skip), Guard.Against.Negative(take), StyleOf(ranking));

    /// <summary>
    /// A member and its neighbours in order: <paramref name="radius"/> on either side, and near an end of the board so many more on the other that
    /// the list has 2 * radius + 1 members if the board has. Empty if the member is not on the board.
    /// </summary>
    /// <param name="id">The member.</param>
    /// <param name="radius">How many neighbours on either side.</param>
    /// <param name="ranking">How ranks are counted; the board's style if null.</param>
    /// <exception cref="ArgumentNullException">The id is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="radius"/> is negative.</exception>
    public IReadOnlyList<Standing<TKey>> Around(TKey id, int radius, RankStyle? ranking = null)
    {
        Guard.Against.Negative(radius);
        var style = StyleOf(ranking);
        var member = _roster.Find(id);
        if (member == Roster<TKey>.Unknown)
            return [];

        var take = (int)Math.Min(Count, (2L * radius) + 1);
        var skip = Math.Clamp(_order.PlaceOf(member) - radius, 0, Count - take);
        return List(skip, take, style);
    }

    /// <summary>How many members have this score or a higher one, whichever end is first.</summary>
    public int CountAtLeast(long score) => CountBetween(score, long.MaxValue);

    /// <summary>How many members have a score from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    /// <exception cref="ArgumentException"><paramref name="low"/> is above <paramref name="high"/>.</exception>
    public int CountBetween(long low, long high)
    {
        if (low > high)
            throw new ArgumentException($"{nameof(low)} ({low}) is above {nameof(high)} ({high}).", nameof(low));

        var (best, worst) = Options.Order == ScoreOrder.Descending ? (high, low) : (low, high);
        return _order.MembersThrough(KeyOf(worst)) - _order.MembersBefore(KeyOf(best));
    }

    /// <summary>
    /// The percentile rank of a member, in its strict form: of all members of the board, this one included, how many per cent have a worse score.
    /// From 0 (none is worse) to below 100; members of one score have the same. Null if it is not on the board.
    /// </summary>
    /// <exception cref="ArgumentNullException">The id is null.</exception>
    public double? PercentileOf(TKey id)
    {
        var member = _roster.Find(id);
        if (member == Roster<TKey>.Unknown)
            return null;

        var worse = Count - _order.MembersThrough(_order.KeyOf(member));
        return 100.0 * worse / Count;
    }

    /// <summary>All members in order, ranked in the board's style.</summary>
    /// <exception cref="InvalidOperationException">The board was written to during the enumeration.</exception>
    public IEnumerator<Standing<TKey>> GetEnumerator()
    {
        var version = _version;
        for (var skip = 0; skip < Count; skip += EnumerationPage)
        {
            foreach (var standing in Page(skip, EnumerationPage))
            {
                yield return standing;
                if (version != _version)
                    throw new InvalidOperationException("The board was written to during the enumeration.");
            }
        }
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Standing<TKey>[] List(int skip, int take, RankStyle style)
    {
        var list = new Standing<TKey>[Math.Clamp(Count - skip, 0, take)];
        var rank = 0;
        var key = 0L;
        for (var filled = 0; filled < list.Length;)
        {
            var run = _order.RunAt(skip + filled);
            foreach (var seat in run[..Math.Min(run.Length, list.Length - filled)])
            {
                var place = skip + filled + 1;
                if (style == RankStyle.Ordinal)
                    rank = place;
                else if (filled == 0)
                    rank = SharedRankOf(seat.Key, style);
                else if (seat.Key != key)
                    rank = NextRank(rank, seat.Key, place, style);

                key = seat.Key;
                list[filled++] = new Standing<TKey>(rank, ScoreAt(key), _roster[seat.Member]);
            }
        }

        return list;
    }

    private int SharedRankOf(long key, RankStyle style) => style switch
    {
        RankStyle.Dense => _order.KeysBefore(key) + 1,
        RankStyle.ModifiedCompetition => _order.MembersThrough(key),
        _ => _order.MembersBefore(key) + 1,
    };

    /// <summary>The rank of the first member of a score, from that of the score before it.</summary>
    private int NextRank(int rank, long key, int place, RankStyle style) => style switch
    {
        RankStyle.Dense => rank + 1,
        RankStyle.ModifiedCompetition => _order.MembersThrough(key),
        _ => place,
    };

    private RankStyle StyleOf(RankStyle? ranking) => ranking is { } style ? Guard.Against.EnumOutOfRange(style, nameof(ranking)) : Options.Ranking;
}
