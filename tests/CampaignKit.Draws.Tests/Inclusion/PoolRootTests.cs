using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CampaignKit.Draws.Tests;

/// <summary>Every way of computing a pool's root, beside its plain twin: the platform's SHA-256 of one node at a time, level by level.</summary>
public sealed class PoolRootTests
{
    private const int LongestLine = 300;

    public static TheoryData<int> Lanes => [16, 8, 1];

    [Theory]
    [MemberData(nameof(Lanes))]
    public void RootOf_EverySmallSize_EqualsThePlainTree(int mostLanes)
    {
        for (var size = 0; size <= 200; size++)
            AssertPlain(Pool.Of(Enumerable.Range(0, size).Select(number => $"{number:D3}{new string('x', number % 19)}")), mostLanes);
    }

    [Theory]
    [MemberData(nameof(Lanes))]
    public void RootOf_EveryLineLength_EqualsThePlainTree(int mostLanes)
    {
        for (var length = 3; length <= LongestLine; length++)
            AssertPlain(Lines(mostLanes + 1, _ => length), mostLanes);
        foreach (var length in (int[])[1, 2])
            AssertPlain(Pool.Of([new string('x', length)]), mostLanes);
    }

    [Theory]
    [MemberData(nameof(Lanes))]
    public void RootOf_MixedLineLengths_EqualsThePlainTree(int mostLanes)
    {
        for (var first = 0; first < LongestLine; first++)
            AssertPlain(Lines(33, line => 3 + ((first + (line * 7)) % (LongestLine - 2))), mostLanes);
    }

    [Theory]
    [MemberData(nameof(Lanes))]
    public void RootOf_SizesAboutASubtree_EqualsThePlainTree(int mostLanes)
    {
        foreach (var subtrees in (int[])[1, 2, 3, 5])
        {
            foreach (var more in (int[])[-17, -1, 0, 1, 2, 31, 32, 33])
            {
                var pool = Pool.Of(Enumerable.Range(0, (subtrees * SubtreeHash.MostLeaves) + more).Select(number => $"{number:D6}"));
                foreach (var threads in (int[])[1, 3])
                    AssertPlain(pool, mostLanes, threads);
            }
        }
    }

    [Property]
    public void RootOf_AnyPool_IsTheRootOfItsTree(string[] names, bool weighted)
    {
        var ids = names.Select((name, i) => $"{i}-{string.Concat((name ?? "").Where(char.IsAsciiLetterOrDigit))}").ToList();
        var pool = weighted ? Pool.OfWeights(ids.Select((id, i) => (id, (long)i))) : Pool.Of(ids);

        Assert.Equal(PlainRoot(pool), PoolTree.RootOf(pool));
        Assert.Equal(PlainRoot(pool), PoolTree.Of(pool).Root);
    }

    [Fact]
    public void Prove_PlacesInSeveralSubtrees_Shown()
    {
        var size = (2 * SubtreeHash.MostLeaves) + 33;
        var tree = PoolTree.Of(Pool.Of(Enumerable.Range(0, size).Select(number => $"{number:D6}")));

        foreach (var place in Enumerable.Range(0, 70).SelectMany(i => (int[])[i, SubtreeHash.MostLeaves - 35 + i, size - 1 - i]))
        {
            var id = place.ToString("D6", CultureInfo.InvariantCulture);
            Assert.Equal(place, tree.Prove(id).Found!.Index);
            Assert.Null(tree.Prove(id).FirstDifference(tree.Root));
            Assert.Null(tree.Prove(id + "x").FirstDifference(tree.Root));
        }
    }

    [Fact]
    public void RootOf_TenTimesTheEntrants_AllocatesNextToNoMore()
    {
        var (small, large) = (Numbers(4_000), Numbers(40_000));
        Allocated(small);

        Assert.InRange(Allocated(large) - Allocated(small), -2_000, 4_000);

        static Pool Numbers(int count) => Pool.Of(Enumerable.Range(0, count).Select(number => $"{number:D7}"));

        static long Allocated(Pool pool)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            PoolTree.RootOf(pool, LaneWork.Fastest() with { MostThreads = 1 });
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void RootOf_Cancelled_Stops()
    {
        var cancelled = new CancellationToken(canceled: true);
        var pool = Pool.Of(["a", "b"]);

        Assert.Throws<OperationCanceledException>(() => PoolTree.RootOf(pool, cancelled));
        Assert.Throws<OperationCanceledException>(() => PoolTree.Of(pool, cancelled));
    }

    private static void AssertPlain(Pool pool, int mostLanes, int threads = 1) =>
        Assert.Equal(PlainRoot(pool), PoolTree.RootOf(pool, new LaneWork(mostLanes, threads, default)));

    /// <summary>Lines of the lengths wanted: an id, or beyond its limit an id with a number behind it.</summary>
    private static Pool Lines(int count, Func<int, int> lengthOf)
    {
        const int longestId = 200;
        var ids = Enumerable.Range(0, count).Select(line => $"{line:D3}".PadRight(Math.Min(lengthOf(line), longestId), 'x')).ToList();
        return Enumerable.Range(0, count).All(line => lengthOf(line) <= longestId)
            ? Pool.Of(ids)
            : Pool.OfNumbers(ids.Select((id, line) => (id, new string('7', Math.Max(1, lengthOf(line) - longestId - 1)))));
    }

    private static Digest PlainRoot(Pool pool)
    {
        var level = Enumerable.Range(0, pool.Size).Select(place => SHA256.HashData([0, .. pool.Lines.Line(place)])).ToList();
        while (level.Count > 1)
            level = [.. level.Chunk(2).Select(pair => pair.Length == 2 ? SHA256.HashData([1, .. pair[0], .. pair[1]]) : pair[0])];
        var top = level.Count == 0 ? SHA256.HashData([]) : level[0];
        return new Digest(SHA256.HashData(Encoding.ASCII.GetBytes($"{pool.Size}:{Convert.ToHexStringLower(top)}")));
    }
}
