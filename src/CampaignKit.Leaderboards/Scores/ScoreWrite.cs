namespace CampaignKit.Leaderboards;

/// <summary>A write to a member's score, apart from the board, so that it can be done on several.</summary>
/// <param name="Kind">What is written.</param>
/// <param name="Score">The score, or what is added or taken away.</param>
/// <param name="Second">The same of the second score; null if the write has none.</param>
/// <param name="Floor">How low it may bring the score; no floor if null.</param>
/// <param name="OnlyIf">When it is done.</param>
internal readonly record struct ScoreWrite(ScoreWriteKind Kind, long Score, long? Second = null, long? Floor = null, WriteIf OnlyIf = default)
{
    public ScoreChange On<TKey>(Leaderboard<TKey> board, TKey id)
        where TKey : notnull => (Kind, Second) switch
        {
            (ScoreWriteKind.Set, null) => board.Set(id, Score, OnlyIf),
            (ScoreWriteKind.Set, { } second) => board.Set(id, Score, second, OnlyIf),
            (ScoreWriteKind.SetIfBetter, null) => board.SetIfBetter(id, Score, OnlyIf),
            (ScoreWriteKind.SetIfBetter, { } second) => board.SetIfBetter(id, Score, second, OnlyIf),
            (ScoreWriteKind.Decrement, _) => board.Decrement(id, Score, Floor, OnlyIf),
            (_, null) => board.Increment(id, Score, OnlyIf),
            (_, { } second) => board.Increment(id, Score, second, OnlyIf),
        };

    /// <summary>Throws what <see cref="On"/> would if a sum is no 64-bit integer, and writes nothing.</summary>
    public void EnsureSums<TKey>(Leaderboard<TKey> board, TKey id)
        where TKey : notnull
    {
        if (Kind == ScoreWriteKind.Increment)
            board.EnsureSums(id, Score, Second ?? 0, OnlyIf);
        else if (Kind == ScoreWriteKind.Decrement && Floor is null)
            board.EnsureSums(id, -(Int128)Score, 0, OnlyIf);
    }
}
