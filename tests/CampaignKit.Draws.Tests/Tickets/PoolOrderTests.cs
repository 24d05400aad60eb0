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
