using CampaignKit.Leaderboards;

namespace CampaignKit.Benchmarks.Leaderboards;

/// <summary>Our board of members that are numbers.</summary>
internal readonly struct DenseBoard(DenseLeaderboard board) : IBatchBoard<int>
{
    private readonly Standing<int>[] _page = new Standing<int>[Workloads.Window];
    private readonly int[] _ranks = new int[Workloads.BatchSize];

    public void Load(ReadOnlySpan<int> keys, ReadOnlySpan<long> scores)
    {
        for (var i = 0; i < keys.Length; i++)
            board.Set(keys[i], scores[i]);
    }

    public long Update(int key) => board.Increment(key).After ?? 0;

    public long Rescore(int key, long score) => board.Set(key, score).After ?? 0;

    public long UpdateMany(ReadOnlySpan<int> keys)
    {
        board.IncrementMany(keys);
        return board.Count;
    }

    public long OrdinalRank(int key) => board.RankOf(key, RankStyle.Ordinal) ?? 0;

    public long OrdinalRanks(ReadOnlySpan<int> keys) => RanksOf(keys, RankStyle.Ordinal);

    public long CompetitionRank(int key) => board.RankOf(key, RankStyle.Competition) ?? 0;

    public long CompetitionRanks(ReadOnlySpan<int> keys) => RanksOf(keys, RankStyle.Competition);

    public long RankOfScore(long score) => board.RankOfScore(score);

    public long Top() => Scores(board.Top(_page.AsSpan(0, Workloads.PageSize)));

    public long Around(int key) => Scores(board.Around(key, _page));

    public long MiddlePage() => Scores(board.Page(board.Count / 2, _page.AsSpan(0, Workloads.PageSize)));

    private long RanksOf(ReadOnlySpan<int> keys, RankStyle style)
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
