namespace CampaignKit.Leaderboards;

/// <summary>
/// A board of members with 64-bit integer scores that answers exactly who stands where. Unless told otherwise the highest score is first, who
/// reached a score first stands first within it, and ranks are competition ranks (1 2 2 4).
/// </summary>
/// <remarks>
/// Writes and questions are O(log n) in the number of members, listings besides linear in what they list.
/// With ties earliest first, scores from 0 to 8,191, and to 131,071 if many members share them, are kept in a structure made for them, which is
/// faster and smaller; at the first score that does not fit the board moves to a tree by itself, once, and that changes no answer.
/// Members are ordered in 33,554,431 nodes of 64, which the scores and the sequence of the writes fill more or less: some 1,000 million members may be
/// expected to fit, never more than 2,147,483,584. A write that might need one node more is an <see cref="InvalidOperationException"/>.
/// A question about an unknown member has an answer (null, or an empty list), not an exception; an exception leaves the board as it was.
/// Not thread-safe: many threads may read at the same time, but not while one writes; <see cref="ConcurrentLeaderboard{TKey}"/> keeps a writer
/// apart. What a listing returns is a copy and stays as it was.
/// </remarks>
/// <typeparam name="TKey">The type of member ids; its equality and hash code must not change while a member is on the board.</typeparam>
public sealed partial class Leaderboard<TKey> : Standings<TKey>
    where TKey : notnull
{
    private static readonly LeaderboardOptions Defaults = new();

    private readonly IEqualityComparer<TKey>? _sameId;
    private Roster<TKey> _roster;
    private IMemberOrder _order;
    private SecondScores? _seconds;
    private MemberColumn<long>? _revisions;
    private Dictionary<int, Aside> _aside = [];

    // Of all scores ever set aside, and 0: where a batch need not look whether a sum could overflow.
    private long _lowestAside;
    private long _highestAside;

    private int _version;

    /// <summary>An empty board.</summary>
    /// <param name="options">Order, ranks, ties and what is kept; the defaults of <see cref="LeaderboardOptions"/> if null.</param>
    /// <param name="sameId">When two ids are the same member; the type's own equality if null.</param>
    /// <param name="idOrder">
    /// The order of ids for <see cref="TieOrder.ById"/>; if null, strings by their UTF-16 code units and other types in their own order.
    /// It must not throw.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">An option is not a value of its enumeration.</exception>
    /// <exception cref="ArgumentException">Ties go by id, but the ids have no order and none is given.</exception>
    public Leaderboard(LeaderboardOptions? options = null, IEqualityComparer<TKey>? sameId = null, IComparer<TKey>? idOrder = null)
        : base(Checked(options ?? Defaults), OrderOfIds(options, idOrder))
    {
        _sameId = sameId;
        _roster = new Roster<TKey>(sameId, keepsObjects: Options.Ties == TieOrder.ById);
        _seconds = Options.HasSecondScores ? new SecondScores(Options.SecondScoresPartTies) : null;
        _revisions = Options.KeepsRevisions ? new MemberColumn<long>() : null;
        _order = Options.Ties switch
        {
            TieOrder.LatestFirst => new MemberTree<LatestFirst>(default),
            TieOrder.ById => new MemberTree<ById<TKey>>(new ById<TKey>(_roster, IdOrder!)),
            TieOrder.BySecondScore => _seconds!.Order,
            _ => new CampaignOrder(Turn),
        };
    }

    /// <inheritdoc/>
    public override int Count => _order.Count;

    /// <summary>How many members are on the board without a rank: hidden, or with the score 0 where that is left unranked.</summary>
    public int UnrankedCount => _aside.Count;

    /// <summary>Whether the ranked members are in logs by score.</summary>
    internal bool IsInLogs => _order is CampaignOrder { IsInLogs: true };

    internal override int Version => _version;

    /// <inheritdoc/>
    public override long? ScoreOf(TKey id) => _roster.Find(id) is var member and not Roster<TKey>.Unknown ? HeldBy(member).Score : null;

    /// <inheritdoc/>
    public override bool Contains(TKey id) => _roster.Find(id) != Roster<TKey>.Unknown;

    internal override bool TryFind(TKey id, out Spot<TKey> spot)
    {
        var member = _roster.Find(id);
        if (member == Roster<TKey>.Unknown || IsAside(member))
        {
            spot = default;
            return false;
        }

        spot = new Spot<TKey>(_roster.Held(member, id), ScoreAt(_order.KeyOf(member)), SecondOf(member), member);
        return true;
    }

    internal override int PlaceOf(in Spot<TKey> spot) => _order.PlaceOf(spot.Member);

    internal override int MembersBefore(Tie tie) => _seconds?.MembersBefore(tie) ?? _order.MembersBefore(tie.Key);

    internal override int MembersThrough(Tie tie) => _seconds?.MembersThrough(tie) ?? _order.MembersThrough(tie.Key);

    internal override int TiesBefore(Tie tie) => _seconds?.TiesBefore(tie) ?? _order.KeysBefore(tie.Key);

    internal override void Fill(int place, Span<Standing<TKey>> standings)
    {
        for (var filled = 0; filled < standings.Length;)
        {
            var run = _order.RunAt(place + filled);
            foreach (var seat in run[..Math.Min(run.Length, standings.Length - filled)])
                standings[filled++] = new Standing<TKey>(0, ScoreAt(seat.Key), _roster[seat.Member]) { Second = SecondOf(seat.Member) };
        }
    }

    private static LeaderboardOptions Checked(LeaderboardOptions options)
    {
        Guard.Against.EnumOutOfRange(options.Order);
        Guard.Against.EnumOutOfRange(options.Ranking);
        Guard.Against.EnumOutOfRange(options.Ties);
        Guard.Against.EnumOutOfRange(options.SecondOrder);
        return options;
    }

    private static IComparer<TKey>? OrderOfIds(LeaderboardOptions? options, IComparer<TKey>? idOrder)
    {
        if (options?.Ties != TieOrder.ById || idOrder is not null)
            return idOrder;

        // Strings compare by culture unless told otherwise, and a board must not depend on the machine it runs on.
        if (StringComparer.Ordinal is IComparer<TKey> ordinal)
            return ordinal;
        if (typeof(IComparable<TKey>).IsAssignableFrom(typeof(TKey)) || typeof(IComparable).IsAssignableFrom(typeof(TKey)))
            return Comparer<TKey>.Default;
        throw new ArgumentException($"Ties go by id, but {typeof(TKey)} has no order of its own: pass idOrder.", nameof(idOrder));
    }

    /// <summary>Fails if there might be no room for what the next write adds to the order, before it changes anything.</summary>
    private void EnsureRoom()
    {
        if (_seconds is null)
            _order.EnsureRoom();
        else
            _seconds.EnsureRoom();
    }

    private bool IsAside(int member) => _aside.Count > 0 && _aside.ContainsKey(member);

    private long SecondOf(int member) => _seconds is null ? 0 : SecondKeyOf(_seconds.KeyOf(member));

    /// <summary>What a member has; nothing is 0.</summary>
    private Aside HeldBy(int member)
    {
        if (member == Roster<TKey>.Unknown)
            return default;
        return _aside.Count > 0 && _aside.TryGetValue(member, out var aside)
            ? aside
            : new Aside(ScoreAt(_order.KeyOf(member)), SecondOf(member), IsHidden: false);
    }

    /// <summary>What is kept of a member without a rank.</summary>
    private readonly record struct Aside(long Score, long Second, bool IsHidden);
}
