using System.Text;

namespace CampaignKit.Leaderboards.Tests;

/// <summary>A table of ids answers as a dictionary and a stack of numbers given back do.</summary>
public class Utf8IdTableLaws
{
    [Property(MaxTest = 500, Arbitrary = [typeof(IdWrites)])]
    public void Writes_InAnySequence_AnswerAsTheTwin(IdWrite[] writes)
    {
        var table = new Utf8IdTable();
        var twin = new IdTwin();
        foreach (var write in writes)
        {
            Assert.Equal(write.ApplyTo(twin), write.ApplyTo(table));
            AssertSame(twin, table, IdWrites.Ids);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Writes_InGreatNumber_AnswerAsTheTwin(int seed)
    {
        var random = new Random(seed);
        var table = new Utf8IdTable();
        var twin = new IdTwin();
        string[] ids = [.. Enumerable.Range(0, 30_000).Select(id => id % 3 == 0 ? $"participant-{id}-of-the-spring-campaign" : $"p-{id}")];
        foreach (var (writes, leaving) in (ReadOnlySpan<(int, double)>)[(40_000, 0.2), (60_000, 0.5), (60_000, 0.9), (60_000, 0.1)])
        {
            for (var write = 0; write < writes; write++)
            {
                var id = ids[random.Next(ids.Length)];
                var change = new IdWrite(random.NextDouble() < leaving ? IdWriteKind.Remove : (IdWriteKind)random.Next(2), id);
                Assert.Equal(change.ApplyTo(twin), change.ApplyTo(table));
            }

            AssertSame(twin, table, ids);
        }
    }

    private static void AssertSame(IdTwin twin, Utf8IdTable table, string[] ids)
    {
        Assert.Equal(twin.Numbers.Count, table.Count);
        foreach (var (id, number) in twin.Numbers)
        {
            Assert.Equal(id, table[number]);
            Assert.Equal(Encoding.UTF8.GetBytes(id), table.Utf8Of(number));
        }

        int[] expected = [.. ids.Select(id => twin.Numbers.GetValueOrDefault(id, -1))];
        Assert.Equal(expected, ids.Select(id => table.TryFind(id, out var number) ? number : -1));

        var found = new int[ids.Length];
        table.Find(ids, found);
        Assert.Equal(expected, found);

        ReadOnlyMemory<byte>[] utf8Ids = [.. ids.Select(id => new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes(id)))];
        Array.Fill(found, 7);
        table.Find(utf8Ids, found);
        Assert.Equal(expected, found);
    }
}
