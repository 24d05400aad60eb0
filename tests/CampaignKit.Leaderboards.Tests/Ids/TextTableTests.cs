using System.Text;
using FsCheck;

namespace CampaignKit.Leaderboards.Tests;

/// <summary>A text table answers as a dictionary does.</summary>
public class TextTableTests
{
    [Property(MaxTest = 500)]
    public void Id_OfAnyCharacters_ComesBackAsItWas(char[] characters, NonNegativeInt repeat)
    {
        var table = new TextTable();
        var id = string.Concat(Enumerable.Repeat(new string(characters), repeat.Get % 40));

        var number = table.Enter(id);

        Assert.Equal(id, table[number]);
        Assert.Equal(number, table.Find(id));
        Assert.Equal(-1, table.Find(id + "x"));
    }

    [Fact]
    public void Ids_OddAsTheyMayBe_AreThemselvesAndNoOthers()
    {
        // Not a theory: a test's name can't tell halves of surrogate pairs apart.
        string[] ids =
            ["", "\0", "p-00007", "\ufffd", "\ufffd\ufffd", "\ud83e", "\uddf5", "\uddf5\ud83e", "\u4e0a\u6d77 \ud83e\uddf5", "a\ud83e\ud83e\uddf5\uddf5b\ud83e"];
        var table = new TextTable();
        foreach (var id in ids)
        {
            Assert.Equal(-1, table.Find(id));
            table.Enter(id);
        }

        Assert.Equal(Enumerable.Range(0, ids.Length), ids.Select(table.Find));
        Assert.Equal(ids, Enumerable.Range(0, ids.Length).Select(number => table[number]));
    }

    [Fact]
    public void Id_OfAnyLength_IsFound()
    {
        var table = new TextTable();
        int[] lengths = [1, 84, 85, 86, 127, 128, 129, 255, 256, 257, 16_383, 16_384, 16_385, 300_000];
        foreach (var length in lengths)
            table.Enter(new string('ü', length));

        for (var index = 0; index < lengths.Length; index++)
        {
            var id = new string('ü', lengths[index]);
            Assert.Equal(index, table.Find(id));
            Assert.Equal(index, table.Find(Encoding.UTF8.GetBytes(id)));
            Assert.Equal(id, table[index]);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Table_OverManyEntriesAndLeavings_AnswersAsADictionary(int seed)
    {
        var random = new Random(seed);
        var table = new TextTable();
        var numbers = new Dictionary<string, int>();
        foreach (var (writes, leaving) in (ReadOnlySpan<(int, double)>)[(40_000, 0.2), (60_000, 0.5), (60_000, 0.9)])
        {
            for (var write = 0; write < writes; write++)
            {
                var id = $"p-{random.Next(30_000)}";
                Assert.Equal(numbers.GetValueOrDefault(id, -1), table.Find(id));
                if (random.NextDouble() < leaving)
                {
                    if (numbers.Remove(id, out var number))
                        table.Leave(number);
                }
                else if (!numbers.ContainsKey(id))
                {
                    numbers.Add(id, table.Enter(id));
                }
            }

            AssertSame(numbers, table);
        }

        table.Clear();
        AssertSame([], table);
        Assert.Equal(0, table.Enter("p-1"));
    }

    [Fact]
    public void Find_OnceAndInBatches_DoesNotAllocate()
    {
        var table = new TextTable();
        string[] ids = [.. Enumerable.Range(0, 100).Select(id => $"p-{id}")];
        var numbers = new int[ids.Length];
        foreach (var id in ids)
            table.Enter(id);
        Find();

        var before = GC.GetAllocatedBytesForCurrentThread();
        Find();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000);

        void Find()
        {
            table.Find(ids, numbers);
            foreach (var id in ids)
                table.Find(id);
        }
    }

    private static void AssertSame(Dictionary<string, int> numbers, TextTable table)
    {
        Assert.Equal(numbers.Count, table.Count);
        foreach (var (id, number) in numbers)
            Assert.Equal(id, table[number]);

        string[] asked = [.. Enumerable.Range(0, 30_100).Select(id => $"p-{id}")];
        var found = new int[asked.Length];
        table.Find(asked, found);
        Assert.Equal(asked.Select(id => numbers.GetValueOrDefault(id, -1)), found);
    }
}
