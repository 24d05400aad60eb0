using System.Text;
using BenchmarkDotNet.Attributes;
using CampaignKit.Draws;

namespace CampaignKit.Benchmarks.Draws;

/// <summary>What a lock computes of a pool: its digest and its Merkle root, beside the root with a hash per node.</summary>
[MemoryDiagnoser]
[MinColumn]
public class LockBenchmarks
{
    private byte[] _text = [];
    private string[] _ids = [];
    private Pool _pool = Pool.Of([]);
    private PoolTree? _tree;
    private int _next;

    [ParamsSource(nameof(Sizes))]
    public int Size { get; set; }

    public static IEnumerable<int> Sizes => DrawSizes.All;

    [GlobalSetup]
    public void Setup()
    {
        _ids = Entrants.Ids(Size);
        _pool = Pool.Of(_ids);
        _text = Encoding.UTF8.GetBytes(string.Join('\n', _ids) + "\n");
        _tree = PoolTree.Of(_pool);
        if (DigestOfText() != _pool.Digest || RootOf() != Plain() || _tree.Root != Plain() || Prove().FirstDifference(Plain()) is not null)
            throw new InvalidOperationException("The ways give different digests or roots.");
    }

    [Benchmark(Baseline = true, Description = "root, SHA256.HashData per node")]
    public Digest Plain() => PlainDraws.Root(_ids);

    [Benchmark(Description = "digest")]
    public Digest DigestOfText() => Digest.Of(_text);

    [Benchmark(Description = "root, PoolTree.RootOf")]
    public Digest RootOf() => PoolTree.RootOf(_pool);

    [Benchmark(Description = "digest and root")]
    public (Digest Digest, Digest Root) DigestAndRoot() => (Digest.Of(_text), PoolTree.RootOf(_pool));

    [Benchmark(Description = "PoolTree.Of, for proofs")]
    public PoolTree Tree() => PoolTree.Of(_pool);

    [Benchmark(Description = "one proof")]
    public PoolProof Prove() => _tree!.Prove(_ids[_next = (_next + 7919) % Size]);
}
