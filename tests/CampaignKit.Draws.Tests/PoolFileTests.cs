using System.Text;

namespace CampaignKit.Draws.Tests;

public sealed class PoolFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pool-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("b\na\n")]
    [InlineData("b\na")]
    [InlineData("b\r\na\r\n")]
    [InlineData("\ufeffb\r\na")]
    public void Read_AnyLineEnding_IsTheSamePool(string text)
    {
        var pool = Read(text);

        Assert.Equal(["a", "b"], pool.Ids);
        Assert.Equal(Digest.Of("a\nb\n"), pool.Digest);
    }

    [Fact]
    public void Read_EmptyFile_IsAnEmptyPool() => Assert.Equal((0, Digest.Of("")), (Read("").Size, Read("").Digest));

    [Fact]
    public void Read_Values_EntersThemIntoTheDigest()
    {
        Assert.Equal(Digest.Of("a\t-5\nb\t7\n"), Read("b\t7\na\t-5\n", PoolKind.Scores).Digest);
        Assert.Equal(Digest.Of("a\t007\n"), Read("a\t007", PoolKind.Numbers).Digest);
        Assert.Equal(Digest.Of("a\t0\n"), Read("a\t0", PoolKind.Weights).Digest);
    }

    [Fact]
    public void Read_PrefixesAndUnicode_SortsByBytes() =>
        Assert.Equal(["a", "a b", "a!", "aa", "é", "参", "😀"], Read("😀\naa\n参\na!\né\na\na b\n").Ids);

    [Theory]
    [InlineData("a\n\nb\n", "line 2: '': a line is not empty")]
    [InlineData("\n", "line 1: '': a line is not empty")]
    [InlineData("a\nb\tc\n", "line 2: 'b\\u0009c': an id has no control character")]
    [InlineData("a\rb\n", "line 1: 'a\\u000db': an id has no control character")]
    [InlineData("a\u0085\n", "line 1: 'a\\u0085': an id has no control character")]
    [InlineData("a\u007f\n", "line 1: 'a\\u007f': an id has no control character")]
    [InlineData("a\nb\na\n", "line 3: 'a': an id stands once; it stands on line 1 already")]
    public void Read_BadLine_NamesLineValueAndRule(string text, string problem) =>
        Assert.Equal(problem, Assert.Throws<PoolFormatException>(() => Read(text)).Message);

    [Theory]
    [InlineData("a", "a line is an id, a tab and a value")]
    [InlineData("a\t", "a weight is")]
    [InlineData("a\t-1", "a weight is")]
    [InlineData("a\t+1", "a weight is")]
    [InlineData("a\t01", "a weight is")]
    [InlineData("a\t1.5", "a weight is")]
    [InlineData("a\t1 ", "a weight is")]
    [InlineData("a\t100000001", "a weight is")]
    [InlineData("a\t1\t2", "a weight is")]
    [InlineData("\t1", "an id has at least one character")]
    [InlineData("a\t99999999\nb\t2", "all weights together are at most 100000000")]
    public void Read_BadWeight_IsRefused(string text, string rule) =>
        Assert.Contains(rule, Assert.Throws<PoolFormatException>(() => Read(text, PoolKind.Weights)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(PoolKind.Scores, "a\t-0")]
    [InlineData(PoolKind.Scores, "a\t-")]
    [InlineData(PoolKind.Scores, "a\t-01")]
    [InlineData(PoolKind.Scores, "a\t9223372036854775808")]
    [InlineData(PoolKind.Scores, "a\t٣")]
    [InlineData(PoolKind.Numbers, "a\t")]
    [InlineData(PoolKind.Numbers, "a\t12a")]
    [InlineData(PoolKind.Numbers, "a\t-1")]
    public void Read_BadValue_IsRefused(PoolKind kind, string text) => Assert.Throws<PoolFormatException>(() => Read(text, kind));

    [Fact]
    public void Read_InvalidUtf8AndLongIds_AreNamedTogether()
    {
        byte[] text = [(byte)'a', 0xff, (byte)'\n', .. Enumerable.Repeat((byte)'x', 257), (byte)'\n', .. Enumerable.Repeat((byte)'y', 256)];

        var refusal = Assert.Throws<PoolFormatException>(() => PoolFile.Read(new MemoryStream(text)));

        Assert.Equal([1, 2], refusal.Problems.Select(problem => problem.Position));
        Assert.Equal("'a\\xff'", refusal.Problems[0].Value);
        Assert.Contains("at most 256 bytes of UTF-8; this has 257", refusal.Problems[1].Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ManyProblems_KeepsTwentyAndCountsAll()
    {
        var refusal = Assert.Throws<PoolFormatException>(() => Read(string.Concat(Enumerable.Repeat("same\n", 31))));

        Assert.Equal((20, 30), (refusal.Problems.Count, refusal.ProblemCount));
        Assert.EndsWith("and 10 more", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_LoneSurrogate_IsRefusedWithItsEntry() =>
        Assert.StartsWith("entry 2:", Assert.Throws<PoolFormatException>(() => Pool.Of(["a", "b\ud800"])).Message, StringComparison.Ordinal);

    [Fact]
    public void HeldBy_OtherIds_NamesThoseMissingAndThoseTooMany()
    {
        var refusal = Assert.Throws<PoolFormatException>(() => Pool.Of(["a", "b"], new Dictionary<string, string> { ["a"] = "p", ["c"] = "p" }));

        Assert.Equal(["'b'", "'c'"], refusal.Problems.Select(problem => problem.Value).Order());
    }

    [Fact]
    public void Write_PoolAndHolders_AreReadAgain()
    {
        var pool = Pool.Of(["b", "a"], new Dictionary<string, string> { ["a"] = "p 1", ["b"] = "p 1" });
        var (file, holders) = (Path.Combine(_folder, "pool.txt"), Path.Combine(_folder, "holders.txt"));

        PoolFile.Write(pool, file);
        PoolFile.Write(pool.Holders!, holders);
        var read = PoolFile.ReadHolders(holders, PoolFile.Read(file));

        Assert.Equal(pool.Commitment, read.Commitment);
        Assert.Equal(Digest.Of("a\tp 1\nb\tp 1\n"), read.Holders!.Digest);
        Assert.Equal(Pool.Of(["a", "b"]).Digest, read.Digest);
        Assert.Equal(2, Directory.GetFiles(_folder).Length);
    }

    /// <summary>The same letter as one code point and as two.</summary>
    [Fact]
    public void Read_IdsThatDifferInNormalisationAlone_AreTwoEntrants()
    {
        var pool = Read("Zo\u00eb\nZoe\u0308\n");

        Assert.Equal(2, pool.Size);
        Assert.True(pool.Contains("Zo\u00eb") && pool.Contains("Zoe\u0308"));
    }

    [Theory]
    [InlineData(new byte[] { 0xc0, 0xaf })]
    [InlineData(new byte[] { 0xe0, 0x80, 0xaf })]
    [InlineData(new byte[] { 0xed, 0xa0, 0x80 })]
    [InlineData(new byte[] { 0xf4, 0x90, 0x80, 0x80 })]
    [InlineData(new byte[] { 0xe5, 0xbc })]
    public void Read_OverlongSurrogateOrCutUtf8_IsRefused(byte[] id) =>
        Assert.Contains("valid UTF-8", Assert.Throws<PoolFormatException>(() => PoolFile.Read(new MemoryStream(id))).Message, StringComparison.Ordinal);

    private static Pool Read(string text, PoolKind kind = PoolKind.Ids) => PoolFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), kind);
}
