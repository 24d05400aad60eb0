using System.Globalization;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using CampaignKit.Leaderboards;

namespace CampaignKit.Benchmarks.Leaderboards;

/// <summary>
/// A campaign's board of text ids beside its plain twins: many members, scores that start from 0 to 199, increments by one. Ranks are
/// competition ranks, and are checked against one another before anything is timed.
/// </summary>
[MemoryDiagnoser]
[CategoriesColumn]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
public class LeaderboardBenchmarks
{
    private const int ScoreRange = 200;
    private const int TopSize = Workloads.PageSize;

    private readonly Leaderboard<string> _board = new();
    private readonly SortedSetBoard<string> _sortedSet = new();
    private readonly SortedListBoard _sortedList = new();
    private string[] _ids = [];
    private int _next;

    /// <summary>How many members each board has.</summary>
    [Params(100_000)]
    public int Members { get; set; }

    /// <summary>Fills the boards alike and checks that they rank alike.</summary>
    [GlobalSetup]
    public void Fill()
    {
        var random = new Random(Members);
        _ids = [.. Enumerable.Range(1, Members).Select(number => string.Create(CultureInfo.InvariantCulture, $"p-{number:D7}"))];
        random.Shuffle(_ids);
        long[] scores = [.. _ids.Select(_ => (long)random.Next(ScoreRange))];
        _sortedSet.Load(_ids, scores);
        foreach (var (id, score) in _ids.Zip(scores))
        {
            _board.Set(id, score);
            _sortedList.Set(id, score);
        }

        foreach (var id in _ids.Take(10))
        {
            if (_board[id]?.Rank is not { } rank || rank != _sortedSet.CompetitionRank(id) || rank != _sortedList.RankOf(id))
                throw new InvalidOperationException($"The boards disagree on the rank of {id}.");
        }
    }

    [BenchmarkCategory("Increment"), Benchmark(Baseline = true)]
    public ScoreChange Increment_Leaderboard() => _board.Increment(NextId());

    [BenchmarkCategory("Increment"), Benchmark]
    public long Increment_SortedSet() => _sortedSet.Update(NextId());

    [BenchmarkCategory("Increment"), Benchmark]
    public void Increment_SortEachTime() => _sortedList.Increment(NextId());

    [BenchmarkCategory("Rank"), Benchmark(Baseline = true)]
    public Standing<string>? Rank_Leaderboard() => _board[NextId()];

    [BenchmarkCategory("Rank"), Benchmark]
    public long Rank_SortedSet() => _sortedSet.CompetitionRank(NextId());

    [BenchmarkCategory("Rank"), Benchmark]
    public int Rank_SortEachTime() => _sortedList.RankOf(NextId());

    [BenchmarkCategory("Top"), Benchmark(Baseline = true)]
    public IReadOnlyList<Standing<string>> Top_Leaderboard() => _board.Top(TopSize);

    [BenchmarkCategory("Top"), Benchmark]
    public long Top_SortedSet() => _sortedSet.Top();

    [BenchmarkCategory("Top"), Benchmark]
    public List<(string Id, long Score)> Top_SortEachTime() => _sortedList.Top(TopSize);

    private string NextId()
    {
        _next = _next + 1 < _ids.Length ? _next + 1 : 0;
        return _ids[_next];
    }
}
