namespace CampaignKit.Benchmarks.Leaderboards;

/// <summary>The workloads as a call for each stretch; in the mixed one, a call for its updates and a call for its ranks.</summary>
internal sealed class BatchCalls<TKey>(IBatchBoard<TKey> board, Keys<TKey> keys)
    where TKey : notnull
{
    private TKey[] _updated = [];
    private TKey[] _ranked = [];

    public Dictionary<Workload, Run> Operations => new()
    {
        [Workload.Update] = stretch => board.UpdateMany(keys(stretch)),
        [Workload.OrdinalRank] = stretch => board.OrdinalRanks(keys(stretch)),
        [Workload.CompetitionRank] = stretch => board.CompetitionRanks(keys(stretch)),
        [Workload.Mixed] = Mixed,
    };

    private long Mixed(Stretch stretch)
    {
        if (_ranked.Length < stretch.Length)
            (_updated, _ranked) = (new TKey[stretch.Length], new TKey[stretch.Length]);

        var asked = keys(stretch);
        var (updates, ranks) = (0, 0);
        for (var i = 0; i < asked.Length; i++)
        {
            if (stretch.IsUpdate(i))
                _updated[updates++] = asked[i];
            else
                _ranked[ranks++] = asked[i];
        }

        return board.UpdateMany(_updated.AsSpan(0, updates)) + board.OrdinalRanks(_ranked.AsSpan(0, ranks));
    }
}
