using CampaignKit.Leaderboards;

namespace CampaignKit.Benchmarks.Leaderboards;

/// <summary>Our board over any key.</summary>
internal readonly struct OwnBoard<TKey>(Leaderboard<TKey> board) : IBatchBoard<TKey>
    where TKey : notnull
{
    private readonly Standing<TKey>[] _page = new Standing<TKey>[Workloads.Window];
    private readonly int[] _ranks = new int[Workloads.BatchSize];

    public void Load(ReadOnlySpan<TKey> keys, ReadOnlySpan<long> scores)
    {
        for (var i = 0; i < keys.Length; i++)
            board.Set(keys[i], scores[i]);
    }

    public long Update(TKey key) => board.Increment(key).After ?? 0;

    public long Rescore(TKey key, long score) => board.Set(key, score).After ?? 0;

    public long UpdateMany(ReadOnlySpan<TKey> keys)
    {
        board.IncrementMany(keys);
        return board.Count;
    }

    public long OrdinalRank(TKey key) => board.StandingOf(key, RankStyle.Ordinal)?.Rank ?? 0;

    public long OrdinalRanks(ReadOnlySpan<TKey> keys) => RanksOf(keys, RankStyle.Ordinal);

    public long CompetitionRank(TKey key) => board.StandingOf(key, RankStyle.Competition)?.Rank ?? 0;

    public long CompetitionRanks(ReadOnlySpan<TKey> keys) => RanksOf(keys, RankStyle.Competition);

    public long RankOfScore(long score) => board.RankOfScore(score);

    public long Top() => Scores(board.Top(_page.AsSpan(0, Workloads.PageSize)));

    public long Around(TKey key) => Scores(board.Around(key, _page));

    public long MiddlePage() => Scores(board.Page(board.Count / 2, _page.AsSpan(0, Workloads.PageSize)));

    private long RanksOf(ReadOnlySpan<TKey> keys, RankStyle style)
    {
        board.RanksOf(keys, _ranks, style);
        var sum = 0L;
        foreach (var rank in _ranks.AsSpan(0, keys.Length))
            sum += rank;
        return sum;
    }

    private long Scores(int listed)
    {
        var sum = 0L;
        foreach (ref readonly var standing in _page.AsSpan(0, listed))
            sum += standing.Score;
        return sum;
    }
}
