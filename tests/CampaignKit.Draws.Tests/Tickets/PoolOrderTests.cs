using System.Globalization;
using System.Text;

namespace CampaignKit.Draws.Tests;

/// <summary>How a pool sorts what it is given, beside the plain way to sort.</summary>
public sealed class PoolOrderTests
{
    [Property]
    public void Of_AnyIds_SortsAsTheirBytes(byte[][] texts, byte prefix)
    {
        // Few letters and a long common beginning make many long equal runs.
        var start = new string('p', prefix % 40);
        var ids = texts.Select(text => start + string.Concat((text ?? []).Select(letter => (char)('a' + (letter % 3))))).Select(id => id + "é").Distinct().ToList();

        var pool = Pool.Of(ids);

        var sorted = ids.Select(Encoding.UTF8.GetBytes).Order(Comparer<byte[]>.Create((x, y) => x.AsSpan().SequenceCompareTo(y))).Select(Encoding.UTF8.GetString).ToList();
        Assert.Equal(sorted, pool.Ids);
        Assert.Equal(Digest.Of(string.Concat(sorted.Select(id => id + "\n"))), pool.Digest);
    }

    [Property]
    public void Read_BadLinesAndDuplicates_NamesThePlaceOfEach(byte[] lines)
    {
        var text = lines.Select(line => (line % 5) switch { 0 => string.Empty, var digit => $"same{digit}" }).ToList();
        var first = new Dictionary<string, int>();
        var expected = text.Select((line, i) => (line, Position: i + 1))
            .Where(entry => entry.line.Length == 0 || !first.TryAdd(entry.line, entry.Position)).Select(entry => entry.Position).ToList();

        var problem = Record.Exception(() => PoolFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(text.Select(line => line + "\n"))))));

        Assert.Equal(expected.Take(PoolFormatException.MaxProblems), (problem as PoolFormatException)?.Problems.Select(found => found.Position) ?? []);
    }

    /// <summary>Enough to be sorted by counting, with runs that are equal in their first eight, sixteen and more bytes, and with ends in all places.</summary>
    [Theory]
    [InlineData(2_047)]
    [InlineData(30_000)]
    public void Of_ManyIdsInAnyOrder_SortsAsTheirBytes(int count)
    {
        var random = new Random(count);
        var ids = Enumerable.Range(0, count)
            .Select(_ => new string('p', random.Next(3) * 8) + random.Next(count * 4).ToString(CultureInfo.InvariantCulture) + new string('é', random.Next(9)))
            .Distinct().ToList();

        var sorted = ids.Select(Encoding.UTF8.GetBytes).Order(Comparer<byte[]>.Create((x, y) => x.AsSpan().SequenceCompareTo(y))).Select(Encoding.UTF8.GetString);

        Assert.Equal(sorted, Pool.Of(ids).Ids);
    }

    [Fact]
    public void Of_ManyIdsOneTwice_NamesThePlaces()
    {
        var ids = Enumerable.Range(0, 5_000).Select(number => $"{9_999 - number}").ToList();
        ids.Insert(4_321, ids[77]);

        var problem = Assert.Single(Assert.Throws<PoolFormatException>(() => Pool.Of(ids)).Problems);

        Assert.Equal((4_322, "an id stands once; it stands on entry 78 already"), (problem.Position, problem.Rule));
    }

    [Fact]
    public async Task OfAsync_TwiceTheIds_HoldsTheirBytesAndNoStrings()
    {
        var (fewer, more) = (await AllocatedBeyondStrings(50_000), await AllocatedBeyondStrings(100_000));

        // Eight bytes a line and eight for its place, twice for a copy in the end, and twice again for buffers that grow by doubling.
        Assert.InRange(more - fewer, 0, 50_000 * 8 * (8 + 8));

        static async Task<long> AllocatedBeyondStrings(int count)
        {
            const int stringBytes = 40;
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.Equal(count, (await Pool.OfAsync(Numbers(count))).Size);
            return GC.GetAllocatedBytesForCurrentThread() - before - ((long)count * stringBytes);
        }

#pragma warning disable CS1998 // A stream that never waits stays on its thread, whose allocations are counted.
        static async IAsyncEnumerable<string> Numbers(int count)
        {
            for (var number = 0; number < count; number++)
                yield return number.ToString("D7", CultureInfo.InvariantCulture);
        }
#pragma warning restore CS1998
    }

    [Fact]
    public async Task OfAsync_StreamOfIds_IsTheSamePool()
    {
        Assert.Equal(Pool.Of(["a", "b", "c"]).Commitment, (await Pool.OfAsync(Stream("c", "a", "b"))).Commitment);
        await Assert.ThrowsAsync<PoolFormatException>(() => Pool.OfAsync(Stream("a", "a")));

        static async IAsyncEnumerable<string> Stream(params string[] ids)
        {
            foreach (var id in ids)
            {
                await Task.Yield();
                yield return id;
            }
        }
    }
}
