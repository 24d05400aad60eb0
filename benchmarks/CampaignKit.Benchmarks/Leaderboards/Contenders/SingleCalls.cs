namespace CampaignKit.Benchmarks.Leaderboards;

/// <summary>The workloads as a call for each member.</summary>
internal sealed class SingleCalls<TBoard, TKey>(TBoard board, Keys<TKey> keys)
    where TBoard : IBoard<TKey>
    where TKey : notnull
{
    public Dictionary<Workload, Run> Operations => new()
    {
        [Workload.Update] = Update,
        [Workload.Rescore] = Rescore,
        [Workload.OrdinalRank] = OrdinalRank,
        [Workload.CompetitionRank] = CompetitionRank,
        [Workload.ScoreRank] = ScoreRank,
        [Workload.Top] = Top,
        [Workload.Around] = Around,
        [Workload.MiddlePage] = MiddlePage,
        [Workload.Mixed] = Mixed,
    };

    private long Update(Stretch stretch)
    {
        var sum = 0L;
        foreach (var key in keys(stretch))
            sum += board.Update(key);
        return sum;
    }

    private long Rescore(Stretch stretch)
    {
        var sum = 0L;
        var asked = keys(stretch);
        var scores = stretch.NewScores;
        for (var i = 0; i < asked.Length; i++)
            sum += board.Rescore(asked[i], scores[i]);
        return sum;
    }

    private long OrdinalRank(Stretch stretch)
    {
        var sum = 0L;
        foreach (var key in keys(stretch))
            sum += board.OrdinalRank(key);
        return sum;
    }

    private long CompetitionRank(Stretch stretch)
    {
        var sum = 0L;
        foreach (var key in keys(stretch))
            sum += board.CompetitionRank(key);
        return sum;
    }

    private long ScoreRank(Stretch stretch)
    {
        var sum = 0L;
        foreach (var score in stretch.Scores)
            sum += board.RankOfScore(score);
        return sum;
    }

    private long Top(Stretch stretch)
    {
        var sum = 0L;
        for (var i = 0; i < stretch.Length; i++)
            sum += board.Top();
        return sum;
    }

    private long Around(Stretch stretch)
    {
        var sum = 0L;
        foreach (var key in keys(stretch))
            sum += board.Around(key);
        return sum;
    }

    private long MiddlePage(Stretch stretch)
    {
        var sum = 0L;
        for (var i = 0; i < stretch.Length; i++)
            sum += board.MiddlePage();
        return sum;
    }

    private long Mixed(Stretch stretch)
    {
        var sum = 0L;
        var asked = keys(stretch);
        for (var i = 0; i < asked.Length; i++)
            sum += stretch.IsUpdate(i) ? board.Update(asked[i]) : board.OrdinalRank(asked[i]);
        return sum;
    }
}
