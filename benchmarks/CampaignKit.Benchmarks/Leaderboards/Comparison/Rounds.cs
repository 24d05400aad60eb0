using System.Runtime.CompilerServices;

namespace CampaignKit.Benchmarks.Leaderboards;

/// <summary>
/// Measures all contenders on scores of one shape: fills them, checks them, finds how many operations fit the time of a measurement, and then times
/// them in rounds, workload by workload, each contender once a round. All stay loaded throughout.
/// </summary>
internal sealed class Rounds
{
    private const int GrowthOfTrial = 4;
    private const double ShareOfTrial = 0.25;

    private readonly long[] _scores;
    private readonly AccessPattern _pattern;
    private readonly Dictionary<(Row, Workload), int> _operations = [];
    private readonly Dictionary<Row, int> _next = [];
    private readonly ComparisonOptions _options;
    private readonly ScoreShape _shape;
    private readonly Action<string> _progress;

    public Rounds(ComparisonOptions options, ScoreShape shape, Action<string> progress)
    {
        (_options, _shape, _progress) = (options, shape, progress);
        _scores = shape.Scores(options.Members);
        _pattern = AccessPattern.Random(_scores, options.MostOperations);
    }

    public ShapeResult Measure(BoardField field)
    {
        var rows = field.Contenders.SelectMany(contender => contender.Ways.Select(way => new Row(contender, way))).ToList();
        foreach (var contender in field.Contenders)
        {
            _progress($"{_shape.Name}: loading and checking {contender.Ways[0].Name}");
            Load(contender, [.. rows.Where(row => row.Contender == contender)], _scores);
            AnswerCheck.Check(contender, _scores, _pattern);
        }

        _progress($"{_shape.Name}: trials");
        EachRun(rows, (row, workload, run) => _operations[(row, workload)] = Affordable(row, run, Unit(row, workload)));

        var memory = new MemoryLatency(_options.Members);
        memory.Measure();
        var latencies = new List<(double, double)>();
        for (var round = 1; round <= _options.Rounds; round++)
        {
            _progress($"{_shape.Name}: round {round} of {_options.Rounds}");
            latencies.Add(memory.Measure());
            EachRun(rows, Count);
        }

        return new ShapeResult(_shape, rows, latencies);
    }

    private static void EachRun(List<Row> rows, Action<Row, Workload, Run> act)
    {
        foreach (var workload in Workloads.All)
        {
            foreach (var row in rows)
            {
                if (row.Way.Operations.TryGetValue(workload, out var run))
                    act(row, workload, run);
            }
        }
    }

    private static void Load(IContender contender, List<Row> rows, long[] scores)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        List<(Row Row, double Time)> loads = Fill(contender, rows, scores);
        var after = GC.GetTotalMemory(forceFullCollection: true);

        foreach (var (row, time) in loads)
            row.Load = time / scores.Length;
        rows[0].Bytes = (contender.BytesElsewhere ?? (after - before)) / (double)scores.Length;
    }

    // Apart, so that nothing it holds is alive when memory is counted.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<(Row Row, double Time)> Fill(IContender contender, List<Row> rows, long[] scores)
    {
        var everyone = AccessPattern.Everyone(scores.Length).Whole();
        var loaders = rows.DistinctBy(row => row.Way.Timekeeper).ToList();
        foreach (var row in loaders)
            row.Way.Timekeeper.Start();
        contender.Load(everyone, scores);
        return loaders.ConvertAll(row => (row, row.Way.Timekeeper.Stop()));
    }

    // Fewer operations than these would be another workload: smaller batches, or too few or no updates among the ranks.
    private static int Unit(Row row, Workload workload) => Math.Max(row.Way.Batch, workload == Workload.Mixed ? Workloads.MixedPeriod : 1);

    private int Affordable(Row row, Run run, int unit)
    {
        var most = _options.MostOperations / unit;
        for (var count = 1; ; count = Math.Min(count * GrowthOfTrial, most))
        {
            var (time, _) = Time(row, run, count * unit);
            if (time >= _options.Budget * ShareOfTrial || count == most)
                return unit * (int)Math.Clamp(_options.Budget / time * count, 1, most);
        }
    }

    private void Count(Row row, Workload workload, Run run)
    {
        var count = _operations[(row, workload)];
        var (time, allocated) = Time(row, run, count);
        if (!row.Times.TryGetValue(workload, out var times))
            row.Times.Add(workload, times = []);
        times.Add(time / count);
        row.Allocated[workload] = row.Allocated.GetValueOrDefault(workload) + ((double)allocated / count / _options.Rounds);
    }

    // Each run goes on where the last of its row ended, so that what it asks for is not in the caches from before.
    private (double Time, long Allocated) Time(Row row, Run run, int count)
    {
        GC.Collect(0);
        var at = _next.GetValueOrDefault(row);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        row.Way.Timekeeper.Start();
        while (count > 0)
        {
            var length = Math.Min(Math.Min(count, Workloads.BatchSize), _pattern.Members.Length - at);
            run(new Stretch(_pattern, at, length));
            count -= length;
            at = (at + length) % _pattern.Members.Length;
        }

        var time = row.Way.Timekeeper.Stop();
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        _next[row] = at;
        return (time, allocated);
    }
}
