using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using CampaignKit.Draws;

namespace CampaignKit.Benchmarks.Draws;

/// <summary>
/// The 20 smallest tickets of a pool, beside the plain ways to the same winners, and beside shuffles, whose winners nobody can verify.
/// Threads and vectors are set from outside, by <c>DOTNET_PROCESSOR_COUNT</c>, <c>DOTNET_EnableAVX512</c> and <c>DOTNET_EnableAVX2</c>.
/// </summary>
[MemoryDiagnoser]
[MinColumn]
public class TicketBenchmarks
{
    private readonly RuleSeed _seed = RuleSeed.FromText("benchmark");
    private readonly Random _random = new(1);
    private string[] _ids = [];
    private int[] _order = [];
    private Pool _pool = Pool.Of([]);

    [ParamsSource(nameof(Sizes))]
    public int Size { get; set; }

    public static IEnumerable<int> Sizes => DrawSizes.All;

    [GlobalSetup]
    public void Setup()
    {
        _ids = Entrants.Ids(Size);
        _pool = Pool.Of(_ids);
        _order = [.. Enumerable.Range(0, Size)];
        var winners = Pick().Winners.Select(winner => winner.Id).ToList();
        if (!HashAndHeap().SequenceEqual(winners))
            throw new InvalidOperationException("The ways draw different winners.");
    }

    [GlobalSetup(Target = nameof(HashAndSort))]
    public void SetupSort()
    {
        Setup();
        if (!HashAndSort().SequenceEqual(HashAndHeap()))
            throw new InvalidOperationException("The ways draw different winners.");
    }

    [Benchmark(Baseline = true, Description = "SHA256.HashData per id, heap")]
    public string[] HashAndHeap() => PlainDraws.ByHeap(_seed.ToString(), _ids, Entrants.Take);

    [Benchmark(Description = "SHA256.HashData per id, OrderBy, Take")]
    public string[] HashAndSort() => PlainDraws.BySorting(_seed.ToString(), _ids, Entrants.Take);

    [Benchmark(Description = "Draw.Pick")]
    public RuleOutcome Pick() => Draw.Pick(_pool, _seed, Entrants.Take);

    [Benchmark(Description = "Random.Shuffle, Take")]
    public string[] Shuffle()
    {
        _random.Shuffle(_order);
        return [.. _order.Take(Entrants.Take).Select(place => _ids[place])];
    }

    [Benchmark(Description = "RandomNumberGenerator.Shuffle, Take")]
    public string[] SecureShuffle()
    {
        RandomNumberGenerator.Shuffle<int>(_order);
        return [.. _order.Take(Entrants.Take).Select(place => _ids[place])];
    }
}
