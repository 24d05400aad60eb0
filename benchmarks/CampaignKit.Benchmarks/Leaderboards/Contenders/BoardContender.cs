namespace CampaignKit.Benchmarks.Leaderboards;

/// <summary>A board in this process: a row for single calls, and one for batches if it has them.</summary>
internal sealed class BoardContender<TBoard, TKey> : IContender
    where TBoard : IBoard<TKey>
    where TKey : notnull
{
    private readonly TBoard _board;
    private readonly Keys<TKey> _keys;

    /// <param name="name">The name of its row; that for batches has a word more.</param>
    /// <param name="role">What its figures are for.</param>
    /// <param name="naming">What it knows members by.</param>
    /// <param name="board">The empty board.</param>
    /// <param name="keys">What it knows the members of a stretch by.</param>
    /// <param name="without">Workloads that would take too long.</param>
    public BoardContender(string name, Role role, Naming naming, TBoard board, Keys<TKey> keys, params Workload[] without)
    {
        (_board, _keys) = (board, keys);
        var single = new SingleCalls<TBoard, TKey>(board, keys).Operations;
        foreach (var workload in without)
            single.Remove(workload);

        Ways = board is IBatchBoard<TKey> batches
            ?
            [
                new Way(name, role, single) { Naming = naming },
                new Way($"{name}, batches", role, new BatchCalls<TKey>(batches, keys).Operations) { Naming = naming, Batch = Workloads.BatchSize },
            ]
            : [new Way(name, role, single) { Naming = naming }];
    }

    public Ties Ties { get; init; } = Ties.EarliestFirst;

    public IReadOnlyList<Way> Ways { get; }

    public void Load(Stretch members, ReadOnlySpan<long> scores) => _board.Load(_keys(members), scores);

    public void Dispose()
    {
    }
}
