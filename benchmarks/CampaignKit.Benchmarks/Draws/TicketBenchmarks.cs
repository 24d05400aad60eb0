using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using CampaignKit.Draws;

namespace CampaignKit.Benchmarks.Draws;

/// <summary>Tickets of a pool and the 20 smallest, beside the plain way: a hash per id, sort, take.</summary>
[MemoryDiagnoser]
public class TicketBenchmarks
{
    private const int Take = 20;

    private readonly RuleSeed _seed = RuleSeed.FromText("benchmark");
    private string[] _ids = [];
    private Pool _pool = Pool.Of([]);

    [Params(10_000, 100_000)]
    public int Entrants { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _ids = [.. Enumerable.Range(1, Entrants).Select(number => number.ToString("D7", CultureInfo.InvariantCulture))];
        _pool = Pool.Of(_ids);
        if (Plain() != Pick())
            throw new InvalidOperationException("The two ways draw different winners.");
    }

    [Benchmark(Baseline = true, Description = "SHA256.HashData per id, OrderBy, Take")]
    public string Plain()
    {
        var seed = _seed.ToString();
        return string.Join(' ', _ids
            .OrderBy(id => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(seed + id))), StringComparer.Ordinal)
            .Take(Take));
    }

    [Benchmark(Description = "Draw.Pick")]
    public string Pick() => string.Join(' ', Draw.Pick(_pool, _seed, Take).Winners.Select(winner => winner.Id));
}
