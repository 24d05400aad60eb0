using CampaignKit.Leaderboards;

namespace CampaignKit.Benchmarks.Leaderboards;

/// <summary>Our board over any key.</summary>
internal readonly struct OwnBoard<TKey>(Leaderboard<TKey> board) : IBoard<TKey>
    where TKey : notnull
{
    public void Load(ReadOnlySpan<TKey> keys, ReadOnlySpan<long> scores)
    {
        for (var i = 0; i < keys.Length; i++)
            board.Set(keys[i], scores[i]);
    }

    public long Update(TKey key) => board.Increment(key).After ?? 0;

    public long OrdinalRank(TKey key) => board.StandingOf(key, RankStyle.Ordinal)?.Rank ?? 0;

    public long CompetitionRank(TKey key) => board.StandingOf(key, RankStyle.Competition)?.Rank ?? 0;

    public long Top() => Scores(board.Top(Workloads.PageSize));

    public long Around(TKey key) => Scores(board.Around(key, Workloads.Radius));

    public long MiddlePage() => Scores(board.Page(board.Count / 2, Workloads.PageSize));

    private static long Scores(IReadOnlyList<Standing<TKey>> standings)
    {
        var sum = 0L;
        for (var i = 0; i < standings.Count; i++)
            sum += standings[i].Score;
        return sum;
    }
}
