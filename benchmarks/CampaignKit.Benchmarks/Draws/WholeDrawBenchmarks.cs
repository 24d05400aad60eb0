using System.Globalization;
using BenchmarkDotNet.Attributes;
using CampaignKit.Draws;

namespace CampaignKit.Benchmarks.Draws;

/// <summary>Whole draws from lock to transcript, their verification, and the rules that are not a plain pick, each over one pool in memory.</summary>
[MemoryDiagnoser]
[MinColumn]
public class WholeDrawBenchmarks
{
    private const int WeightRange = 5;
    private const int ScoreRange = 200;
    private const string Secret = "5f3a1c0e7b2d4968a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718";

    private static readonly string[] Suffixes = ["1921", "2021"];

    private readonly RuleSeed _seed = RuleSeed.FromText("benchmark");
    private (string Id, long Weight)[] _weighted = [];
    private (string Id, string Number)[] _numbered = [];
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
        _numbered = [.. ids.Select((id, i) => (id, i.ToString("D8", CultureInfo.InvariantCulture)))];
        _numbers = Pool.OfNumbers(_numbered);
        _weighted = [.. ids.Select((id, i) => (id, (long)(i % WeightRange) + 1))];
        _weights = Pool.OfWeights(_weighted);
        _scores = Pool.OfScores(ids.Select((id, i) => (id, (long)(i * 7919L % ScoreRange))));
        _transcript = LockAndHold().Transcript.WithoutPools();
        _pools = new() { ["random"] = _pool };

        var expected = PlainDraws.ByHeap(_transcript.Rules[0].Seed.ToString(), ids, Entrants.Take);
        if (!expected.SequenceEqual(_transcript.Rules[0].Winners.Select(winner => winner.Id)) || !Verify().IsValid)
            throw new InvalidOperationException("The draw has other winners than the plain one, or does not verify.");
        if (!PlainNumberEndsWith().SequenceEqual(NumberEndsWith()["numbers"].Winners.Select(winner => winner.Id))
            || !PlainWeighted().SequenceEqual(Weighted().Winners.Select(winner => winner.Id))
            || TopBy()["top"].Winners.Any(winner => winner.Value != "199"))
            throw new InvalidOperationException("The numbers, weights or scores drawn are not those that win.");
    }

    [Benchmark(Description = "lock and hold")]
    public DrawResult LockAndHold() => Held(Draw.Plan("bench/draw/p").Random("random", _pool, Entrants.Take, Entrants.Take));

    [Benchmark(Description = "verify")]
    public Verification Verify() => DrawVerifier.Verify(_transcript!, _pools);

    [Benchmark(Description = "number ends with two suffixes")]
    public DrawResult NumberEndsWith() => Held(Draw.Plan("bench/draw/p").NumberEndsWith("numbers", _numbers, Suffixes));

    [Benchmark(Description = "the same, string.EndsWith and OrderBy")]
    public string[] PlainNumberEndsWith() =>
        [.. _numbered.Where(entry => Suffixes.Any(suffix => entry.Number.EndsWith(suffix, StringComparison.Ordinal))).OrderBy(entry => entry.Number, StringComparer.Ordinal).Select(entry => entry.Id)];

    [Benchmark(Description = "weights 1 to 5, three hashes an entrant")]
    public RuleOutcome Weighted() => Draw.Pick(_weights, _seed, Entrants.Take);

    [Benchmark(Description = "the same, SHA256.HashData per unit, heap")]
    public string[] PlainWeighted() => PlainDraws.ByHeap(_seed.ToString(), _weighted, Entrants.Take);

    [Benchmark(Description = "top 20 scores, ties by ticket")]
    public DrawResult TopBy() => Held(Draw.Plan("bench/draw/p").TopBy("top", _scores, Entrants.Take, TiePolicy.Ticket));

    private static DrawResult Held(DrawPlan plan) =>
        plan.OnePrizePerPerson().Lock(OperatorCommitment.To(Secret)).Hold(new OperatorReveal(Secret));
}
