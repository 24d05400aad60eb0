namespace CampaignKit.Leaderboards;

/// <summary>
/// The writes for one period of a <see cref="PeriodLeaderboard{TKey}"/>. Where one counts is asked at each: an entry that is kept finds the period
/// closed once it is. Each write does on the board of all time what it does on the period's; an exception leaves both as they were.
/// </summary>
/// <remarks>
/// A condition is asked of each board by itself, so that a member may be new in the period and not of all time. But a revision that is
/// <see cref="WriteOutcome.Stale"/> for all time is stale for the period too: what is delivered twice counts once, be it in two periods.
/// </remarks>
/// <typeparam name="TKey">The type of member ids.</typeparam>
public readonly struct PeriodEntry<TKey>
    where TKey : notnull
{
    private readonly PeriodLeaderboard<TKey>? _board;
    private readonly string? _period;

    internal PeriodEntry(PeriodLeaderboard<TKey> board, string period) => (_board, _period) = (board, period);

    /// <summary>Sets a member's score, as <see cref="Leaderboard{TKey}.Set(TKey, long, WriteIf)"/>.</summary>
    public PeriodChange Set(TKey id, long score, WriteIf onlyIf = default) => Write(id, new ScoreWrite(ScoreWriteKind.Set, score, OnlyIf: onlyIf));

    /// <summary>Sets both of a member's scores, as <see cref="Leaderboard{TKey}.Set(TKey, long, long, WriteIf)"/>.</summary>
    public PeriodChange Set(TKey id, long score, long second, WriteIf onlyIf = default) =>
        Write(id, new ScoreWrite(ScoreWriteKind.Set, score, second, OnlyIf: onlyIf));

    /// <summary>Sets a member's score if it is better, as <see cref="Leaderboard{TKey}.SetIfBetter(TKey, long, WriteIf)"/>.</summary>
    public PeriodChange SetIfBetter(TKey id, long score, WriteIf onlyIf = default) =>
        Write(id, new ScoreWrite(ScoreWriteKind.SetIfBetter, score, OnlyIf: onlyIf));

    /// <summary>Sets both of a member's scores if the pair is better, as <see cref="Leaderboard{TKey}.SetIfBetter(TKey, long, long, WriteIf)"/>.</summary>
    public PeriodChange SetIfBetter(TKey id, long score, long second, WriteIf onlyIf = default) =>
        Write(id, new ScoreWrite(ScoreWriteKind.SetIfBetter, score, second, OnlyIf: onlyIf));

    /// <summary>Adds to a member's score, as <see cref="Leaderboard{TKey}.Increment(TKey, long, WriteIf)"/>; a negative number takes away.</summary>
    /// <exception cref="OverflowException">One of the sums is no 64-bit integer; both boards are as before.</exception>
    public PeriodChange Increment(TKey id, long by = 1, WriteIf onlyIf = default) =>
        Write(id, new ScoreWrite(ScoreWriteKind.Increment, by, OnlyIf: onlyIf));

    /// <summary>Adds to both of a member's scores, as <see cref="Leaderboard{TKey}.Increment(TKey, long, long, WriteIf)"/>.</summary>
    /// <exception cref="OverflowException">One of the sums is no 64-bit integer; both boards are as before.</exception>
    public PeriodChange Increment(TKey id, long by, long secondBy, WriteIf onlyIf = default) =>
        Write(id, new ScoreWrite(ScoreWriteKind.Increment, by, secondBy, OnlyIf: onlyIf));

    /// <summary>
    /// Takes away from a member's score, as <see cref="Leaderboard{TKey}.Decrement"/>; each board's score goes down to the floor if there is one.
    /// </summary>
    /// <exception cref="ArgumentException"><paramref name="by"/> is negative.</exception>
    /// <exception cref="OverflowException">One of the differences is no 64-bit integer; both boards are as before.</exception>
    public PeriodChange Decrement(TKey id, long by = 1, long? floor = null, WriteIf onlyIf = default) =>
        Write(id, new ScoreWrite(ScoreWriteKind.Decrement, Guard.Against.Negative(by), Floor: floor, OnlyIf: onlyIf));

    private PeriodChange Write(TKey id, in ScoreWrite write) => _board is null
        ? throw new InvalidOperationException($"The entry is of no board: {nameof(PeriodLeaderboard<TKey>.In)} gives one.")
        : _board.Write(_period!, id, in write);
}
