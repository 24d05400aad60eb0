using System.Text;
using FsCheck;

namespace CampaignKit.Leaderboards.Tests;

public class Utf8IdTableTests
{
    /// <summary>As in the readme: text ids beside a board of numbers.</summary>
    [Fact]
    public void Table_BesideADenseBoard_GivesItTextIds()
    {
        var ids = new Utf8IdTable();
        var board = new DenseLeaderboard();
        board.Increment(ids.Add("p-00007"));
        board.Increment(ids.Add("p-00012"u8), by: 3);

        string[] batch = ["p-00007", "p-00012", "p-99999"];
        var numbers = new int[3];
        ids.Find(batch, numbers);
        board.IncrementMany(numbers.AsSpan(0, 2));
        Assert.Equal([0, 1, -1], numbers);

        var top = new Standing<int>[20];
        var lines = top[..board.Top(top)].Select(standing => $"{standing.Rank} {ids[standing.Id]} {standing.Score}");
        Assert.Equal(["1 p-00012 4", "2 p-00007 2"], lines);

        board.Remove(numbers[0]);
        ids.Remove(numbers[0]);
        Assert.False(ids.TryFind("p-00007", out _));
    }

    [Property(MaxTest = 500)]
    public void Id_OfAnyCharacters_ComesBackAsItWas(char[] characters, NonNegativeInt repeat)
    {
        var table = new Utf8IdTable();
        var id = string.Concat(Enumerable.Repeat(new string(characters), repeat.Get % 40));

        var number = table.Add(id);

        Assert.Equal(id, table[number]);
        Assert.Equal(number, Find(table, id));
        Assert.Equal(-1, Find(table, id + "x"));
        Assert.Equal(number, table.Add(id));
    }

    [Fact]
    public void Ids_OddAsTheyMayBe_AreThemselvesAndNoOthers()
    {
        // Not a theory: a test's name can't tell halves of surrogate pairs apart.
        string[] ids =
        [
            "", "\0", "\0\0", "p-00007", "p-00007\0", "\ufffd", "\ufffd\ufffd", "\ud83e", "\uddf5", "\uddf5\ud83e", "\u4e0a\u6d77 \ud83e\uddf5",
            "a\ud83e\ud83e\uddf5\uddf5b\ud83e", "\u00e9", "e\u0301", "123456789012345", "1234567890123456", "12345678901234\u00e9", "1234567890123\u00e9",
        ];
        var table = new Utf8IdTable();
        foreach (var id in ids)
        {
            Assert.Equal(-1, Find(table, id));
            table.Add(id);
        }

        var found = new int[ids.Length];
        table.Find(ids, found);
        Assert.Equal(Enumerable.Range(0, ids.Length), found);
        Assert.Equal(found, ids.Select(id => Find(table, id)));
        Assert.Equal(ids, found.Select(number => table[number]));
    }

    [Fact]
    public void Id_OfAnyLength_IsOneAsStringAndAsBytes()
    {
        int[] lengths = [.. Enumerable.Range(0, 40), 84, 85, 86, 127, 128, 129, 255, 256, 257, 683, 2_047, 2_048, 2_049, 16_384, 300_000];
        foreach (var character in "xü上")
        {
            var table = new Utf8IdTable();
            string[] ids = [.. lengths.Select(length => new string(character, length))];
            byte[][] utf8Ids = [.. ids.Select(Encoding.UTF8.GetBytes)];
            for (var index = 0; index < ids.Length; index++)
                Assert.Equal(index, index % 2 == 0 ? table.Add(ids[index]) : table.Add(utf8Ids[index]));

            for (var index = 0; index < ids.Length; index++)
            {
                Assert.Equal(index, Find(table, ids[index]));
                Assert.True(table.TryFind(utf8Ids[index], out var number));
                Assert.Equal(index, number);
                Assert.Equal(ids[index], table[index]);
                Assert.Equal(utf8Ids[index], table.Utf8Of(index));
            }

            Assert.Equal(Enumerable.Range(0, ids.Length), FindMany(table, ids));
            Assert.Equal(Enumerable.Range(0, ids.Length), FindMany(table, utf8Ids));
        }
    }

    [Fact]
    public void Add_AfterRemovals_GivesTheNumberGivenBackLast()
    {
        var table = new Utf8IdTable();
        foreach (var id in (string[])["a", "b", "c", "d"])
            table.Add(id);
        Assert.True(table.Remove(1));
        Assert.True(table.Remove(2));
        Assert.False(table.Remove(2));

        Assert.Equal([2, 1, 4], new[] { "e", "f", "g" }.Select(table.Add));

        table.Clear();
        Assert.Equal(0, table.Count);
        Assert.False(table.Remove(0));
        Assert.Equal(0, table.Add("g"));
    }

    [Fact]
    public void Id_OfANumberGivenOutAgain_IsTheNewOne()
    {
        var table = new Utf8IdTable();
        var old = table[table.Add("p-00007")];
        Assert.Same(old, table[0]);
        table.Remove(0);
        table.Add("p-00012");

        Assert.Equal("p-00012", table[0]);
    }

    [Fact]
    public void NullIds_AreRefusedByName()
    {
        var table = new Utf8IdTable();

        Assert.Equal("id", Assert.Throws<ArgumentNullException>(() => table.Add((string)null!)).ParamName);
        Assert.Equal("id", Assert.Throws<ArgumentNullException>(() => table.TryFind((string)null!, out _)).ParamName);
        Assert.Equal("ids", Assert.Throws<ArgumentNullException>(() => table.Find(["a", null!], new int[2])).ParamName);
    }

    [Fact]
    public void Bytes_ThatAreNoUtf8_AreRefusedByName()
    {
        var table = new Utf8IdTable();
        table.Add("\ud83e");
        byte[][] wrong = [[0x80], [0xC3], [0xC0, 0xAF], [0xF5, 0x80, 0x80, 0x80], table.Utf8Of(0).ToArray(), [.. new byte[40], 0xFF]];
        foreach (var bytes in wrong)
        {
            Assert.Equal("utf8", Assert.Throws<ArgumentException>(() => table.Add(bytes)).ParamName);
            Assert.Equal("utf8", Assert.Throws<ArgumentException>(() => table.TryFind(bytes, out _)).ParamName);
            Assert.Equal("utf8Ids", Assert.Throws<ArgumentException>(() => FindMany(table, [[], bytes])).ParamName);
        }

        Assert.Equal(1, table.Count);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(100)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void Number_ThatNoIdHas_IsNamed(int number)
    {
        var table = new Utf8IdTable();
        table.Add("a");
        table.Remove(table.Add("b"));

        foreach (var read in (Action[])[() => _ = table[number], () => table.Utf8Of(number)])
        {
            var refused = Assert.Throws<ArgumentOutOfRangeException>(read);
            Assert.Equal("number", refused.ParamName);
            Assert.Equal(number, refused.ActualValue);
        }

        Assert.False(table.Remove(number));
    }

    [Fact]
    public void Find_WithoutRoom_IsRefused()
    {
        var table = new Utf8IdTable();

        Assert.Equal("numbers", Assert.Throws<ArgumentException>(() => table.Find(["a", "b"], new int[1])).ParamName);
        Assert.Equal("numbers", Assert.Throws<ArgumentException>(() => FindMany(table, [[1], [2]], room: 1)).ParamName);
    }

    [Fact]
    public void Reading_OnceWarm_AllocatesNothing()
    {
        var table = new Utf8IdTable();
        string[] ids = [.. Enumerable.Range(0, 100).Select(id => id % 5 == 0 ? $"somebody-with-a-long-name-{id}" : $"p-{id}")];
        var numbers = new int[ids.Length];
        foreach (var id in ids)
            table.Add(id);
        Read();

        var before = GC.GetAllocatedBytesForCurrentThread();
        Read();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000);

        void Read()
        {
            table.Find(ids, numbers);
            foreach (var id in ids)
                Assert.True(table.TryFind(id, out var number) && table[number] == id);
        }
    }

    [Fact]
    public void StandingOf_AndListings_OnceWarm_AllocateNothing()
    {
        var board = new Leaderboard<string>();
        for (var id = 0; id < 1_000; id++)
            board.Set($"p-{id}", id);
        var top = new Standing<string>[20];
        Read();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var time = 0; time < 100; time++)
            Read();
        // A tenth of what one string a question would take: unoptimised code boxes a little.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8_000);

        void Read()
        {
            Assert.True(board.StandingOf("p-999") is { Rank: 1 } && board.Top(top) == 20);
        }
    }

    [Fact]
    public void Reading_ByManyThreadsAtOnce_GivesEachItsId()
    {
        const int Ids = 20_000;
        var table = new Utf8IdTable();
        for (var id = 0; id < Ids; id++)
            table.Add($"p-{id}");

        Parallel.For(0, 8, reader =>
        {
            for (var read = 0; read < 2 * Ids; read++)
            {
                var number = (read * (reader + 1)) % Ids;
                Assert.Equal($"p-{number}", table[number]);
            }
        });
    }

    private static int Find(Utf8IdTable table, string id)
    {
        Assert.Equal(table.TryFind(id, out var number), number >= 0);
        return number;
    }

    private static int[] FindMany(Utf8IdTable table, string[] ids)
    {
        var numbers = new int[ids.Length];
        table.Find(ids, numbers);
        return numbers;
    }

    private static int[] FindMany(Utf8IdTable table, byte[][] utf8Ids, int? room = null)
    {
        var numbers = new int[room ?? utf8Ids.Length];
        table.Find([.. utf8Ids.Select(id => new ReadOnlyMemory<byte>(id))], numbers);
        return numbers;
    }
}
