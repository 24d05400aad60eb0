namespace CampaignKit.Leaderboards;

/// <summary>
/// The writes for one period of a <see cref="PeriodLeaderboard{TKey}"/>, to be used at once. Each does on the board of all time what it does on
/// the period's; an exception leaves both as they were.
/// </summary>
/// <typeparam name="TKey">The type of member ids.</typeparam>
public readonly struct PeriodEntry<TKey>
    where TKey : notnull
{
    private static readonly ScoreChange Late = new(WriteOutcome.Late, null, null);

    private readonly string? _creditedTo;
    private readonly Leaderboard<TKey>? _period;
    private readonly Leaderboard<TKey>? _allTime;

    internal PeriodEntry(string? creditedTo, Leaderboard<TKey>? period, Leaderboard<TKey> allTime) =>
        (_creditedTo, _period, _allTime) = (creditedTo, period, allTime);

    /// <summary>Sets a member's score, as <see cref="Leaderboard{TKey}.Set(TKey, long, WriteIf)"/>.</summary>
    public PeriodChange Set(TKey id, long score) => Write(id, board => board.Set(id, score));

    /// <summary>Sets both of a member's scores, as <see cref="Leaderboard{TKey}.Set(TKey, long, long, WriteIf)"/>.</summary>
    public PeriodChange Set(TKey id, long score, long second) => Write(id, board => board.Set(id, score, second));

    /// <summary>Sets a member's score if it is better, as <see cref="Leaderboard{TKey}.SetIfBetter(TKey, long, WriteIf)"/>.</summary>
    public PeriodChange SetIfBetter(TKey id, long score) => Write(id, board => board.SetIfBetter(id, score));

    /// <summary>Sets both of a member's scores if the pair is better, as <see cref="Leaderboard{TKey}.SetIfBetter(TKey, long, long, WriteIf)"/>.</summary>
    public PeriodChange SetIfBetter(TKey id, long score, long second) => Write(id, board => board.SetIfBetter(id, score, second));

    /// <summary>Adds to a member's score, as <see cref="Leaderboard{TKey}.Increment(TKey, long, WriteIf)"/>; a negative number takes away.</summary>
    /// <exception cref="OverflowException">One of the sums is no 64-bit integer; both boards are as before.</exception>
    public PeriodChange Increment(TKey id, long by = 1)
    {
        _period?.EnsureIncrement(id, by);
        return Write(id, board => board.Increment(id, by));
    }

    private PeriodChange Write(TKey id, Func<Leaderboard<TKey>, ScoreChange> write)
    {
        // All time first: what may fail on the period's board was looked at before.
        var allTime = _allTime is null ? Late : write(_allTime);
        var inPeriod = _period is null ? Late : write(_period);
        if (inPeriod.Outcome == WriteOutcome.Added && _allTime!.IsHidden(id))
            _period!.Hide(id);
        return new PeriodChange(_creditedTo, inPeriod, allTime);
    }
}
