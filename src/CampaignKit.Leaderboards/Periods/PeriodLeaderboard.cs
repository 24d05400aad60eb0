namespace CampaignKit.Leaderboards;

/// <summary>
/// A board for each period and one of all time. Periods are named by the host, whose calendar says which one a moment belongs to; one is open at
/// a time, those before it are frozen. What is written for a period counts on its board and on that of all time.
/// </summary>
/// <remarks>Not thread-safe: many threads may read at the same time, but not while one writes, opens or closes.</remarks>
/// <typeparam name="TKey">The type of member ids.</typeparam>
public sealed partial class PeriodLeaderboard<TKey>
    where TKey : notnull
{
    private static readonly ScoreChange Late = new(WriteOutcome.Late, null, null);

    private readonly IEqualityComparer<TKey>? _sameId;
    private readonly IComparer<TKey>? _idOrder;
    private readonly LateWrites _late;
    private readonly Leaderboard<TKey> _allTime;
    private readonly StandingsView<TKey> _allTimeView;
    private List<string> _periods = [];
    private Dictionary<string, FrozenLeaderboard<TKey>> _closed = new(StringComparer.Ordinal);
    private Leaderboard<TKey>? _open;
    private StandingsView<TKey>? _openView;

    /// <summary>Boards without a period yet.</summary>
    /// <param name="options">What every board is told; the defaults of <see cref="LeaderboardOptions"/> if null.</param>
    /// <param name="late">What becomes of a write for a closed period.</param>
    /// <param name="sameId">When two ids are the same member; the type's own equality if null.</param>
    /// <param name="idOrder">The order of ids for <see cref="TieOrder.ById"/>, as of <see cref="Leaderboard{TKey}"/>.</param>
    /// <exception cref="ArgumentException">As of <see cref="Leaderboard{TKey}"/>, or <paramref name="late"/> is not a value of its enumeration.</exception>
    public PeriodLeaderboard(
        LeaderboardOptions? options = null, LateWrites late = LateWrites.Refuse, IEqualityComparer<TKey>? sameId = null, IComparer<TKey>? idOrder = null)
    {
        _late = Guard.Against.EnumOutOfRange(late);
        (_sameId, _idOrder) = (sameId, idOrder);
        _allTime = new Leaderboard<TKey>(options, sameId, idOrder);
        _allTimeView = new StandingsView<TKey>(_allTime);
    }

    /// <summary>All periods so far, in the order in which they were opened.</summary>
    public IReadOnlyList<string> Periods => _periods.AsReadOnly();

    /// <summary>The period that is open; null if none is.</summary>
    public string? OpenPeriod => _open is null ? null : _periods[^1];

    /// <summary>The board of all time.</summary>
    public Standings<TKey> AllTime => _allTimeView;

    /// <summary>The board of a period: live if it is open, a <see cref="FrozenLeaderboard{TKey}"/> if it is closed; null if there is no such period.</summary>
    /// <exception cref="ArgumentNullException">The period is null.</exception>
    public Standings<TKey>? this[string period] =>
        Guard.Against.Null(period) == OpenPeriod ? _openView : _closed.GetValueOrDefault(period);

    /// <summary>Opens a new period, with an empty board, and closes the one that is open. Nothing happens if it is the one that is open.</summary>
    /// <param name="period">The name of the period, such as <c>2021-W13</c>.</param>
    /// <exception cref="ArgumentException">The name is empty, or the period of this name is closed.</exception>
    public void Open(string period)
    {
        Guard.Against.NullOrEmpty(period);
        if (period == OpenPeriod)
            return;
        if (_closed.ContainsKey(period))
            throw new ArgumentException($"The period {period} is closed; a closed period does not reopen.", nameof(period));

        Close();
        _periods.Add(period);
        Begin(EmptyBoard());
    }

    /// <summary>Closes the open period: its board stays as it stands. Nothing happens if none is open.</summary>
    public void Close()
    {
        if (_open is null)
            return;

        _closed.Add(_periods[^1], _open.Freeze());
        (_open, _openView) = (null, null);
    }

    /// <summary>The writes for one period: <c>board.In("2021-W13").Increment(id)</c>.</summary>
    /// <exception cref="ArgumentException">There is no such period.</exception>
    public PeriodEntry<TKey> In(string period)
    {
        EnsureKnown(Guard.Against.NullOrEmpty(period));
        return new PeriodEntry<TKey>(this, period);
    }

    /// <summary>
    /// Takes a member's rank on the boards of the open period, of all time and of the periods to come, and keeps its scores; closed periods stay as
    /// they stood.
    /// </summary>
    /// <returns>Whether the member is on the board of all time and was not hidden.</returns>
    /// <exception cref="ArgumentNullException">The id is null.</exception>
    public bool Hide(TKey id)
    {
        _open?.Hide(id);
        return _allTime.Hide(id);
    }

    /// <summary>Gives a hidden member its rank back, on the boards of the open period and of all time; closed periods stay as they stood.</summary>
    /// <returns>Whether the member is on the board of all time and was hidden.</returns>
    /// <exception cref="ArgumentNullException">The id is null.</exception>
    public bool Show(TKey id)
    {
        _open?.Show(id);
        return _allTime.Show(id);
    }

    /// <summary>Takes a member off the boards of the open period and of all time; closed periods stay as they stood.</summary>
    /// <returns>Whether the member was on one of them.</returns>
    /// <exception cref="ArgumentNullException">The id is null.</exception>
    public bool Remove(TKey id)
    {
        var wasOpen = _open?.Remove(id) ?? false;
        return _allTime.Remove(id) || wasOpen;
    }

    internal PeriodChange Write(string period, TKey id, in ScoreWrite write)
    {
        EnsureKnown(period);
        if (period == OpenPeriod)
            return WriteToOpen(id, in write);
        return _late switch
        {
            LateWrites.CreditAllTime => new PeriodChange(null, Late, write.On(_allTime, id)),
            LateWrites.CreditOpenPeriod when _open is not null => WriteToOpen(id, in write),
            _ => new PeriodChange(null, Late, Late),
        };
    }

    private PeriodChange WriteToOpen(TKey id, in ScoreWrite write)
    {
        // All time first: what may fail on the period's board and not on that of all time is a sum.
        write.EnsureSums(_open!, id);
        var allTime = write.On(_allTime, id);
        if (allTime.Outcome == WriteOutcome.Stale)
            return new PeriodChange(null, Kept(_open!.ScoreOf(id)), allTime);

        var inPeriod = write.On(_open!, id);
        if (inPeriod.Outcome == WriteOutcome.Added && _allTime.IsHidden(id))
            _open!.Hide(id);
        return new PeriodChange(inPeriod.Outcome == WriteOutcome.Skipped ? null : OpenPeriod, inPeriod, allTime);

        static ScoreChange Kept(long? score) => new(WriteOutcome.Stale, score, score);
    }

    private void EnsureKnown(string period)
    {
        if (period != OpenPeriod && !_closed.ContainsKey(period))
            throw new ArgumentException($"There is no period {period}: open it first.", nameof(period));
    }

    private Leaderboard<TKey> EmptyBoard() => new(_allTime.Options, _sameId, _idOrder);

    private void Begin(Leaderboard<TKey> board) => (_open, _openView) = (board, new StandingsView<TKey>(board));
}
