using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using CampaignKit.Draws;

namespace CampaignKit.Benchmarks.Draws;

/// <summary>From a file in any order to a pool with its digest, beside reading, sorting and hashing lines.</summary>
[MemoryDiagnoser]
[MinColumn]
public class PoolBenchmarks
{
    private byte[] _sorted = [];
    private byte[] _shuffled = [];
    private string[] _ids = [];

    [ParamsSource(nameof(Sizes))]
    public int Size { get; set; }

    public static IEnumerable<int> Sizes => DrawSizes.All;

    [GlobalSetup]
    public void Setup()
    {
        var ids = Entrants.Ids(Size);
        _sorted = Text(ids);
        _ids = [.. ids];
        new Random(1).Shuffle(_ids);
        _shuffled = Text(_ids);
        if (ReadShuffled() != Plain() || ReadSorted() != Plain() || OfStrings() != Plain() || OfStream().GetAwaiter().GetResult() != Plain())
            throw new InvalidOperationException("The ways give different digests.");
    }

    [Benchmark(Baseline = true, Description = "string[], sort, SHA256.HashData")]
    public Digest Plain()
    {
        var lines = Encoding.UTF8.GetString(_shuffled).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Array.Sort(lines, StringComparer.Ordinal);
        return new Digest(SHA256.HashData(Text(lines)));
    }

    [Benchmark(Description = "PoolFile.Read, any order")]
    public Digest ReadShuffled() => PoolFile.Read(new MemoryStream(_shuffled)).Digest;

    [Benchmark(Description = "PoolFile.Read, byte order")]
    public Digest ReadSorted() => PoolFile.Read(new MemoryStream(_sorted)).Digest;

    [Benchmark(Description = "Pool.Of, any order")]
    public Digest OfStrings() => Pool.Of(_ids).Digest;

    [Benchmark(Description = "Pool.OfAsync, byte order, strings made on the way")]
    public async Task<Digest> OfStream() => (await Pool.OfAsync(Stream())).Digest;

    // Ids as a query would yield them: each string is made, taken and forgotten.
    private async IAsyncEnumerable<string> Stream()
    {
        await Task.CompletedTask;
        for (var start = 0; start < _sorted.Length;)
        {
            var length = _sorted.AsSpan(start).IndexOf((byte)'\n');
            yield return Encoding.UTF8.GetString(_sorted, start, length);
            start += length + 1;
        }
    }

    private static byte[] Text(string[] ids) => Encoding.UTF8.GetBytes(string.Join('\n', ids) + "\n");
}
