namespace CampaignKit.Tool.Tests.Draws;

/// <summary>Pool files as people make them, good and bad, given to the commands that read one.</summary>
public sealed class PoolFileTests : IDisposable
{
    private static readonly byte[] Mark = [0xef, 0xbb, 0xbf];

    private readonly WorkFolder _folder = new();

    public static TheoryData<string, string> BadIds => new()
    {
        { "a\n\nb\n", "line 2: '': a line is not empty" },
        { "a\nb\na\n", "line 3: 'a': an id stands once; it stands on line 1 already" },
        { "a\r\nb\r\na\r\n", "line 3: 'a': an id stands once; it stands on line 1 already" },
        { "a\nb\u0001\n", "line 2: 'b\\u0001': an id has no control character" },
        { "a\tb\n", "line 1: 'a\\u0009b': an id has no control character" },
        { "a\rb\n", "line 1: 'a\\u000db': an id has no control character" },
        { "\u001b[31ma\n", "line 1: '\\u001b[31ma': an id has no control character" },
        { $"a\n{new string('x', 257)}\n", "line 2: 'xxx" },
        { $"a\n{new string('语', 86)}\n", "line 2: '语语语" },
    };

    public static TheoryData<string, string> BadWeights => new()
    {
        { "a\n", "line 1: 'a': a line is an id, a tab and a value" },
        { "a\t1\nb\tx\n", "line 2: 'x': a weight is a decimal integer" },
        { "a\t-1\n", "line 1: '-1': a weight is a decimal integer" },
        { "a\t1.5\n", "line 1: '1.5': a weight is a decimal integer" },
        { "a\t01\n", "line 1: '01': a weight is a decimal integer" },
        { "a\t\n", "line 1: '': a weight is a decimal integer" },
        { "a\t1\t2\n", "line 1: '1\\u00092': a weight is a decimal integer" },
        { "a\t99999999999999999999\n", "line 1: '99999999999999999999': a weight is a decimal integer" },
        { "\t1\n", "line 1: '': an id" },
        { "a\t1\na\t2\n", "line 2: 'a': an id stands once" },
        { "a\t60000000\nb\t60000000\n", "line 2: " },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a\nb\n")]
    [InlineData("b\na\n")]
    [InlineData("a\nb")]
    [InlineData("a\r\nb\r\n")]
    [InlineData("a\r\nb")]
    public void Digest_SameIds_IsTheSame(string text) =>
        Assert.Equal("911169ddaaf146aff539f58c26c489af3b892dff0fe283c1c264c65ae5aa59a2\n", Digest(_folder.Write("pool.txt", text)).Succeeded());

    [Fact]
    public void Digest_ByteOrderMark_IsSkipped() =>
        Assert.Equal("911169ddaaf146aff539f58c26c489af3b892dff0fe283c1c264c65ae5aa59a2\n", Digest(_folder.Write("pool.txt", [.. Mark, .. "a\nb\n"u8])).Succeeded());

    [Fact]
    public void Digest_EmptyPool_IsThatOfNothing() =>
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\n", Digest(_folder.Write("pool.txt", "")).Succeeded());

    [Fact]
    public void Digest_Json_TellsTheSizeToo()
    {
        var run = ToolRun.Of("draw", "digest", "--pool", _folder.Write("pool.txt", "a\nb\n"), "--json");

        Assert.Equal("{\n  \"poolDigest\": \"911169ddaaf146aff539f58c26c489af3b892dff0fe283c1c264c65ae5aa59a2\",\n  \"size\": 2\n}\n", run.Succeeded());
    }

    [Theory]
    [MemberData(nameof(BadIds))]
    public void Digest_BadLine_NamesLineValueAndRule(string text, string complaint) =>
        Assert.Contains(complaint, Digest(_folder.Write("pool.txt", text)).Refused(), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(BadWeights))]
    public void Digest_BadWeight_NamesLineValueAndRule(string text, string complaint) =>
        Assert.Contains(complaint, Digest(_folder.Write("pool.txt", text), "--weighted").Refused(), StringComparison.Ordinal);

    [Fact]
    public void Digest_BrokenUtf8_ShowsTheByte() =>
        Assert.Contains("line 2: 'b\\xff': an id is valid UTF-8", Digest(_folder.Write("pool.txt", [.. "a\nb"u8, 0xff])).Refused(), StringComparison.Ordinal);

    [Fact]
    public void Digest_SeveralBadLines_ListsThemAllUnderTheFile()
    {
        var file = _folder.Write("pool.txt", "a\n\na\n");

        Assert.Equal(
            $"{file} is no pool of ids:\n  line 2: '': a line is not empty\n  line 3: 'a': an id stands once; it stands on line 1 already\n",
            Digest(file).Refused());
    }

    [Fact]
    public void Digest_ThousandsOfBadLines_CountsMostOfThem() =>
        Assert.Contains("and 4979 more", Digest(_folder.Write("pool.txt", string.Concat(Enumerable.Repeat("a\n", 5000)))).Refused(), StringComparison.Ordinal);

    [Fact]
    public void Digest_LongestId_IsAnId() => Digest(_folder.Lines("pool.txt", new string('x', 256), new string('语', 85))).Succeeded();

    [Fact]
    public void Digest_NoSuchFile_SaysSo() =>
        Assert.Equal($"--pool is '{_folder.PathOf("none.txt")}'; there is no such file.\n", Digest(_folder.PathOf("none.txt")).Refused());

    [Fact]
    public void Digest_NoSuchFolder_SaysSo() => Assert.Contains("there is no such file", Digest(_folder.PathOf("none/none.txt")).Refused(), StringComparison.Ordinal);

    [Fact]
    public void Digest_Folder_SaysSo() => Assert.Equal($"--pool is '{_folder.Root}'; that is a folder, not a file.\n", Digest(_folder.Root).Refused());

    [Fact]
    public void Digest_EmptyName_SaysSo() => Assert.Equal("--pool is empty; it names a file.\n", Digest("").Refused());

    [Fact]
    public void Digest_NameLongerThanAny_SaysSo() => Assert.StartsWith("--pool is 'xxx", Digest(new string('x', 40_000)).Refused(), StringComparison.Ordinal);

    private static ToolRun Digest(string file, params string[] options) => ToolRun.Of(["draw", "digest", "--pool", file, .. options]);
}
