namespace CampaignKit.Leaderboards;

/// <summary>
/// A <see cref="Leaderboard{TKey}"/> for many threads: writes come one after another and no question is answered in the midst of one. Each answer
/// is of one moment: a page names nobody twice and leaves nobody out who moves while it is made.
/// </summary>
/// <remarks>
/// <see cref="Read"/> asks several questions of one moment, <see cref="Write(Action{Leaderboard{TKey}})"/> makes several writes appear as one; both
/// keep the board to themselves until they return, so what they are given must not escape them, not even as a lazy sequence over it, and they must
/// not call this board again. Readers do not wait for one another. A write that throws has done what it did up to there.
/// </remarks>
/// <typeparam name="TKey">The type of member ids.</typeparam>
public sealed class ConcurrentLeaderboard<TKey> : IDisposable
    where TKey : notnull
{
    private readonly Leaderboard<TKey> _board;
    private readonly StandingsView<TKey> _view;
    private readonly ReaderWriterLockSlim _lock = new(LockRecursionPolicy.NoRecursion);

    /// <summary>An empty board.</summary>
    /// <param name="options">As of <see cref="Leaderboard{TKey}"/>.</param>
    /// <param name="sameId">When two ids are the same member; the type's own equality if null.</param>
    /// <param name="idOrder">The order of ids for <see cref="TieOrder.ById"/>.</param>
    /// <exception cref="ArgumentException">As of <see cref="Leaderboard{TKey}"/>.</exception>
    public ConcurrentLeaderboard(LeaderboardOptions? options = null, IEqualityComparer<TKey>? sameId = null, IComparer<TKey>? idOrder = null)
    {
        _board = new Leaderboard<TKey>(options, sameId, idOrder);
        _view = new StandingsView<TKey>(_board);
    }

    /// <inheritdoc cref="Standings{TKey}.Count"/>
    public int Count
    {
        get
        {
            using var moment = new Reading(_lock);
            return _board.Count;
        }
    }

    /// <inheritdoc cref="Standings{TKey}.this"/>
    public Standing<TKey>? this[TKey id] => StandingOf(id);

    /// <inheritdoc cref="Standings{TKey}.StandingOf"/>
    public Standing<TKey>? StandingOf(TKey id, RankStyle? ranking = null)
    {
        using var moment = new Reading(_lock);
        return _board.StandingOf(id, ranking);
    }

    /// <inheritdoc cref="Standings{TKey}.Top(int, RankStyle?)"/>
    public IReadOnlyList<Standing<TKey>> Top(int n, RankStyle? ranking = null)
    {
        using var moment = new Reading(_lock);
        return _board.Top(n, ranking);
    }

    /// <inheritdoc cref="Standings{TKey}.Page(int, int, RankStyle?)"/>
    public IReadOnlyList<Standing<TKey>> Page(int skip, int take, RankStyle? ranking = null)
    {
        using var moment = new Reading(_lock);
        return _board.Page(skip, take, ranking);
    }

    /// <inheritdoc cref="Standings{TKey}.Around(TKey, int, RankStyle?)"/>
    public IReadOnlyList<Standing<TKey>> Around(TKey id, int radius, RankStyle? ranking = null)
    {
        using var moment = new Reading(_lock);
        return _board.Around(id, radius, ranking);
    }

    /// <inheritdoc cref="Leaderboard{TKey}.RanksOf"/>
    public void RanksOf(ReadOnlySpan<TKey> ids, Span<int> ranks, RankStyle? ranking = null)
    {
        using var moment = new Reading(_lock);
        _board.RanksOf(ids, ranks, ranking);
    }

    /// <inheritdoc cref="Leaderboard{TKey}.Set(TKey, long, WriteIf)"/>
    public ScoreChange Set(TKey id, long score, WriteIf onlyIf = default)
    {
        using var alone = new Writing(_lock);
        return _board.Set(id, score, onlyIf);
    }

    /// <inheritdoc cref="Leaderboard{TKey}.SetIfBetter(TKey, long, WriteIf)"/>
    public ScoreChange SetIfBetter(TKey id, long score, WriteIf onlyIf = default)
    {
        using var alone = new Writing(_lock);
        return _board.SetIfBetter(id, score, onlyIf);
    }

    /// <inheritdoc cref="Leaderboard{TKey}.Increment(TKey, long, WriteIf)"/>
    public ScoreChange Increment(TKey id, long by = 1, WriteIf onlyIf = default)
    {
        using var alone = new Writing(_lock);
        return _board.Increment(id, by, onlyIf);
    }

    /// <inheritdoc cref="Leaderboard{TKey}.Remove"/>
    public bool Remove(TKey id)
    {
        using var alone = new Writing(_lock);
        return _board.Remove(id);
    }

    /// <summary>Asks questions of one moment.</summary>
    /// <param name="questions">What is asked; its answer must not refer to the board.</param>
    /// <exception cref="ArgumentNullException">The questions are null.</exception>
    public T Read<T>(Func<Standings<TKey>, T> questions)
    {
        Guard.Against.Null(questions);
        using var moment = new Reading(_lock);
        return questions(_view);
    }

    /// <summary>Makes writes that readers see together or not at all.</summary>
    /// <param name="writes">What is written; its answer must not refer to the board.</param>
    /// <exception cref="ArgumentNullException">The writes are null.</exception>
    public T Write<T>(Func<Leaderboard<TKey>, T> writes)
    {
        Guard.Against.Null(writes);
        using var alone = new Writing(_lock);
        return writes(_board);
    }

    /// <summary>Makes writes that readers see together or not at all.</summary>
    /// <param name="writes">What is written.</param>
    /// <exception cref="ArgumentNullException">The writes are null.</exception>
    public void Write(Action<Leaderboard<TKey>> writes)
    {
        Guard.Against.Null(writes);
        using var alone = new Writing(_lock);
        writes(_board);
    }

    /// <summary>
    /// The ranked members of one moment, for long questions that writers should not wait for. They do wait while it is made: O(n).
    /// </summary>
    public FrozenLeaderboard<TKey> Freeze()
    {
        using var moment = new Reading(_lock);
        return _board.Freeze();
    }

    /// <summary>
    /// Writes the whole board of one moment to a stream, as <see cref="Leaderboard{TKey}.Save"/>. Writers wait until the stream has taken all of it:
    /// save to memory and copy that to a file or the network afterwards.
    /// </summary>
    /// <param name="stream">Where to, best a <see cref="MemoryStream"/>.</param>
    /// <param name="keys">The form of the ids, such as <see cref="SnapshotKeys.Texts"/>.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException">The id of a member takes more than 16 MiB.</exception>
    public void Save(Stream stream, ISnapshotKeys<TKey> keys)
    {
        using var moment = new Reading(_lock);
        _board.Save(stream, keys);
    }

    /// <summary>Gives up the lock; no call may be under way or follow.</summary>
    public void Dispose() => _lock.Dispose();

    private readonly ref struct Reading
    {
        private readonly ReaderWriterLockSlim _lock;

        public Reading(ReaderWriterLockSlim guard)
        {
            _lock = guard;
            _lock.EnterReadLock();
        }

        public void Dispose() => _lock.ExitReadLock();
    }

    private readonly ref struct Writing
    {
        private readonly ReaderWriterLockSlim _lock;

        public Writing(ReaderWriterLockSlim guard)
        {
            _lock = guard;
            _lock.EnterWriteLock();
        }

        public void Dispose() => _lock.ExitWriteLock();
    }
}
