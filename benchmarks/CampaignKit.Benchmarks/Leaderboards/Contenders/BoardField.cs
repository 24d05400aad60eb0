using CampaignKit.Leaderboards;

namespace CampaignKit.Benchmarks.Leaderboards;

/// <summary>All contenders of a comparison, empty.</summary>
internal sealed class BoardField : IDisposable
{
    /// <param name="redis">The server to compare with, if there is one.</param>
    public BoardField(RedisServer? redis)
    {
        Contenders =
        [
            ByHandle("DenseLeaderboard", Role.Ours, new DenseBoard(new DenseLeaderboard())),
            ByHandle("Leaderboard, int", Role.Ours, new OwnBoard<int>(new Leaderboard<int>())),
            ByText("Leaderboard, string", Role.Ours, new OwnBoard<string>(new Leaderboard<string>())),
            ByHandle("ImmutableSortedSet.Builder, int", Role.Peer, new ImmutableSetBoard<int>()),
            ByText("ImmutableSortedSet.Builder, string", Role.Peer, new ImmutableSetBoard<string>()),
            ByHandle("SortedSet + Dictionary, int", Role.Peer, new SortedSetBoard<int>()),
            ByText("SortedSet + Dictionary, string", Role.Peer, new SortedSetBoard<string>()),
            new BoardContender<SortBoard, int>("Array.Sort after each write", Role.Bystander, Naming.Handle, new SortBoard(), HandlesOf)
            {
                Ties = Ties.Ascending,
            },
            new BoardContender<LinqBoard, int>("LINQ, OrderBy", Role.Bystander, Naming.Handle, new LinqBoard(), HandlesOf, Workload.Mixed),
            .. redis is null ? Array.Empty<IContender>() : [new RedisContender(redis)],
        ];
    }

    public IReadOnlyList<IContender> Contenders { get; }

    public void Dispose()
    {
        foreach (var contender in Contenders)
            contender.Dispose();
    }

    private static BoardContender<TBoard, int> ByHandle<TBoard>(string name, Role role, TBoard board)
        where TBoard : IBoard<int> => new(name, role, Naming.Handle, board, HandlesOf);

    private static BoardContender<TBoard, string> ByText<TBoard>(string name, Role role, TBoard board)
        where TBoard : IBoard<string> => new(name, role, Naming.Text, board, stretch => stretch.Ids);

    private static ReadOnlySpan<int> HandlesOf(Stretch stretch) => stretch.Members;
}
