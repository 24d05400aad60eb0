using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CampaignKit.Leaderboards;

/// <summary>
/// Who stands where: the questions that every board answers, be it a live <see cref="Leaderboard{TKey}"/>, a
/// <see cref="FrozenLeaderboard{TKey}"/> or a <see cref="MergedLeaderboard{TKey}"/>. Enumerates all ranked members in order.
/// </summary>
/// <remarks>
/// A question about an unknown member has an answer (null, or an empty list), not an exception. A member is named with its rank, score and id
/// together, taken at one moment; what a listing returns is a copy and stays as it was. Any number of threads may ask at the same time, but not
/// while one writes.
/// </remarks>
/// <typeparam name="TKey">The type of member ids.</typeparam>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "Boards and standings are called so.")]
public abstract partial class Standings<TKey> : IReadOnlyCollection<Standing<TKey>>
    where TKey : notnull
{
    private const int EnumerationPage = 256;

    private readonly long _secondTurn;
    private readonly bool _bothCount;

    internal Standings(LeaderboardOptions options, IComparer<TKey>? idOrder)
    {
        Options = options;
        IdOrder = idOrder;

        // The complement turns the order round and, unlike the negative, has a value for every score.
        Turn = options.Order == ScoreOrder.Descending ? -1 : 0;
        _secondTurn = options.SecondOrder == ScoreOrder.Descending ? -1 : 0;
        _bothCount = options.SecondScoresPartTies;
    }

    /// <summary>What the board was told at its construction.</summary>
    public LeaderboardOptions Options { get; }

    /// <summary>How many members are ranked.</summary>
    public abstract int Count { get; }

    /// <summary>Where a member stands, ranked in the board's style; null if it is not ranked.</summary>
    /// <exception cref="ArgumentNullException">The id is null.</exception>
    public Standing<TKey>? this[TKey id] => StandingOf(id);

    /// <summary>The order of ids where ties go by id, otherwise null.</summary>
    internal IComparer<TKey>? IdOrder { get; }

    /// <summary>What turns scores into keys and back by exclusive or: 0, or -1 for the complement.</summary>
    internal long Turn { get; }

    /// <summary>Grows with every write, for enumerations to notice.</summary>
    internal virtual int Version => 0;

    /// <summary>Where a member stands; null if it is not ranked.</summary>
    /// <param name="id">The member.</param>
    /// <param name="ranking">How ranks are counted; the board's style if null.</param>
    /// <exception cref="ArgumentNullException">The id is null.</exception>
    public Standing<TKey>? StandingOf(TKey id, RankStyle? ranking = null)
    {
        var style = StyleOf(ranking);
        if (!TryFind(id, out var spot))
            return null;

        var rank = style == RankStyle.Ordinal ? PlaceOf(in spot) + 1 : SharedRankOf(TieOf(in spot), style);
        return new Standing<TKey>(rank, spot.Score, spot.Id) { Second = spot.Second };
    }

    /// <summary>
    /// The mean of the places that the members of this member's tie take, as statistics ranks ties (1, 2.5, 2.5, 4); null if it is not ranked.
    /// A multiple of one half, exact.
    /// </summary>
    /// <exception cref="ArgumentNullException">The id is null.</exception>
    public double? FractionalRankOf(TKey id) => TryFind(id, out var spot) ? FractionalRankOf(TieOf(in spot)) : null;

    /// <summary>A member's score, whether it is ranked or not; null if it is not on the board.</summary>
    /// <exception cref="ArgumentNullException">The id is null.</exception>
    public virtual long? ScoreOf(TKey id) => TryFind(id, out var spot) ? spot.Score : null;

    /// <summary>Whether a member is on the board, ranked or not.</summary>
    /// <exception cref="ArgumentNullException">The id is null.</exception>
    public virtual bool Contains(TKey id) => TryFind(id, out _);

    /// <summary>
    /// The rank that a score stands for, whether anybody has it or not: one more than members have a better score (competition, and ordinal of the first
    /// who has it), one more than there are better ties (dense), as many as have it or a better one, but at least the competition rank (modified
    /// competition).
    /// </summary>
    /// <param name="score">The score.</param>
    /// <param name="ranking">How ranks are counted; the board's style if null.</param>
    public int RankOfScore(long score, RankStyle? ranking = null)
    {
        var tie = Tie.FirstOf(KeyOf(score));
        return StyleOf(ranking) switch
        {
            RankStyle.Dense => TiesBefore(tie) + 1,
            RankStyle.ModifiedCompetition => Math.Max(MembersThrough(Tie.LastOf(tie.Key)), MembersBefore(tie) + 1),
            _ => MembersBefore(tie) + 1,
        };
    }

    /// <summary>How many ranked members have this score or a higher one, whichever end is first.</summary>
    public int CountAtLeast(long score) => CountBetween(score, long.MaxValue);

    /// <summary>How many ranked members have a score from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    /// <exception cref="ArgumentException"><paramref name="low"/> is above <paramref name="high"/>.</exception>
    public int CountBetween(long low, long high)
    {
        if (low > high)
            throw new ArgumentException($"{nameof(low)} ({low}) is above {nameof(high)} ({high}).", nameof(low));

        var (best, worst) = Options.Order == ScoreOrder.Descending ? (high, low) : (low, high);
        return MembersThrough(Tie.LastOf(KeyOf(worst))) - MembersBefore(Tie.FirstOf(KeyOf(best)));
    }

    /// <summary>
    /// The percentile rank of a member, in its strict form: of all ranked members, this one included, how many per cent stand behind its tie.
    /// From 0 (none is worse) to below 100; members of one tie have the same. Null if it is not ranked.
    /// </summary>
    /// <exception cref="ArgumentNullException">The id is null.</exception>
    public double? PercentileOf(TKey id) =>
        TryFind(id, out var spot) ? 100.0 * (Count - MembersThrough(TieOf(in spot))) / Count : null;

    /// <summary>
    /// Who stands at a percentile, by the nearest-rank method: the first member, counted from the worst up, with whom at least so many per cent of
    /// the ranked members are reached. 0 is the worst, 50 the (lower) median, 100 the best. Null if nobody is ranked.
    /// </summary>
    /// <param name="percent">From 0 to 100; taken as the shortest decimal that is read as the same number, so that 99.9 is exactly that.</param>
    /// <param name="ranking">How the rank in the answer is counted; the board's style if null.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="percent"/> is not from 0 to 100.</exception>
    public Standing<TKey>? AtPercentile(double percent, RankStyle? ranking = null)
    {
        Guard.Against.OutOfRange(percent, nameof(percent), 0.0, 100.0);
        if (Count == 0)
            return null;

        // A cast would keep 15 of up to 17 digits.
        var exact = decimal.Parse(percent.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
        var reached = Math.Max(1, (int)decimal.Ceiling(exact * Count / 100));
        return At(Count + 1 - reached, ranking);
    }

    /// <summary>Finds a ranked member.</summary>
    internal abstract bool TryFind(TKey id, out Spot<TKey> spot);

    /// <summary>How many members stand before this one.</summary>
    internal abstract int PlaceOf(in Spot<TKey> spot);

    /// <summary>How many members stand before a tie.</summary>
    internal abstract int MembersBefore(Tie tie);

    /// <summary>How many members stand in a tie or before it.</summary>
    internal abstract int MembersThrough(Tie tie);

    /// <summary>How many different ties stand before one.</summary>
    internal abstract int TiesBefore(Tie tie);

    /// <summary>Fills in scores and ids, without ranks, from a place on; there are so many.</summary>
    internal abstract void Fill(int place, Span<Standing<TKey>> standings);

    /// <summary>The score, turned so that the lesser is better.</summary>
    internal long KeyOf(long score) => score ^ Turn;

    internal long ScoreAt(long key) => key ^ Turn;

    internal long SecondKeyOf(long second) => second ^ _secondTurn;

    internal Tie TieOf(in Standing<TKey> standing) => TieOf(standing.Score, standing.Second);

    internal Tie TieOf(in Spot<TKey> spot) => TieOf(spot.Score, spot.Second);

    internal Tie TieOf(long score, long second) => new(KeyOf(score), _bothCount ? SecondKeyOf(second) : 0);

    private double FractionalRankOf(Tie tie) => (MembersBefore(tie) + 1L + MembersThrough(tie)) / 2.0;

    internal int SharedRankOf(Tie tie, RankStyle style) => style switch
    {
        RankStyle.Dense => TiesBefore(tie) + 1,
        RankStyle.ModifiedCompetition => MembersThrough(tie),
        _ => MembersBefore(tie) + 1,
    };

    internal RankStyle StyleOf(RankStyle? ranking) => ranking is { } style ? Guard.Against.EnumOutOfRange(style, nameof(ranking)) : Options.Ranking;

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
