using System.Globalization;
using BenchmarkDotNet.Attributes;
using CampaignKit.Draws;

namespace CampaignKit.Benchmarks.Draws;

/// <summary>Whole draws from lock to transcript, their verification, and the rules that are not a plain pick, each over one pool in memory.</summary>
[MemoryDiagnoser]
public class WholeDrawBenchmarks
{
    private const int WeightRange = 5;
    private const int ScoreRange = 200;
    private const string Secret = "5f3a1c0e7b2d4968a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718";

    private readonly RuleSeed _seed = RuleSeed.FromText("benchmark");
    private Pool _pool = Pool.Of([]);
    private Pool _numbers = Pool.Of([]);
    private Pool _weights = Pool.Of([]);
    private Pool _scores = Pool.Of([]);
    private Transcript? _transcript;
    private Dictionary<string, Pool> _pools = [];

    [ParamsSource(nameof(Sizes))]
    public int Size { get; set; }

    public static IEnumerable<int> Sizes => DrawSizes.All;

    [GlobalSetup]
    public void Setup()
    {
        var ids = Entrants.Ids(Size);
        _pool = Pool.Of(ids);
        _numbers = Pool.OfNumbers(ids.Select((id, i) => (id, i.ToString("D8", CultureInfo.InvariantCulture))));
        _weights = Pool.OfWeights(ids.Select((id, i) => (id, (long)(i % WeightRange) + 1)));
        _scores = Pool.OfScores(ids.Select((id, i) => (id, (long)(i * 7919L % ScoreRange))));
        _transcript = LockAndHold().Transcript.WithoutPools();
        _pools = new() { ["random"] = _pool };

        var expected = PlainDraws.ByHeap(_transcript.Rules[0].Seed.ToString(), ids, Entrants.Take);
        if (!expected.SequenceEqual(_transcript.Rules[0].Winners.Select(winner => winner.Id)) || !Verify().IsValid)
            throw new InvalidOperationException("The draw has other winners than the plain one, or does not verify.");
        if (NumberEndsWith()["numbers"].Winners.Count != Enumerable.Range(0, Size).Count(i => i % 10_000 is 1921 or 2021)
            || TopBy()["top"].Winners.Any(winner => winner.Value != "199"))
            throw new InvalidOperationException("The numbers or scores drawn are not those that win.");
    }

    [Benchmark(Description = "lock and hold")]
    public DrawResult LockAndHold() => Held(Draw.Plan("bench/draw/p").Random("random", _pool, Entrants.Take, Entrants.Take));

    [Benchmark(Description = "verify")]
    public Verification Verify() => DrawVerifier.Verify(_transcript!, _pools);

    [Benchmark(Description = "number ends with two suffixes")]
    public DrawResult NumberEndsWith() => Held(Draw.Plan("bench/draw/p").NumberEndsWith("numbers", _numbers, "1921", "2021"));

    [Benchmark(Description = "weights 1 to 5, three hashes an entrant")]
    public RuleOutcome Weighted() => Draw.Pick(_weights, _seed, Entrants.Take);

    [Benchmark(Description = "top 20 scores, ties by ticket")]
    public DrawResult TopBy() => Held(Draw.Plan("bench/draw/p").TopBy("top", _scores, Entrants.Take, TiePolicy.Ticket));

    private static DrawResult Held(DrawPlan plan) =>
        plan.OnePrizePerPerson().Lock(OperatorCommitment.To(Secret)).Hold(new OperatorReveal(Secret));
}
