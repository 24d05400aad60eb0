using System.Text;

namespace CampaignKit.Tool.Tests.Boards;

/// <summary>Score files and options that are refused.</summary>
public sealed class BoardFileTests : IDisposable
{
    private const string ScoreRule = "a score is a whole number from -9,223,372,036,854,775,808 to 9,223,372,036,854,775,807, without separators";
    private const string TimeRule = "a time is ISO 8601 of the years 1678 to 2261";
    private const string Header = "the first line is a header that names the columns id and score, parted by commas";
    private const string Quotes = "quotes stand around a whole field, and doubled inside it";

    private const string RowRule = "a row has at most 1,048,576 characters with its line end; here a quote may not be closed, and nothing behind it was read";

    private readonly WorkFolder _folder = new();

    public static TheoryData<string, string> BadRows => new()
    {
        { "", $"line 1: '': {Header}" },
        { "\n", $"line 1: '': {Header}" },
        { "p-1,42\n", $"line 1: 'p-1,42': {Header}" },
        { "id,points\na,1\n", $"line 1: 'id,points': {Header}" },
        { "id,score,ID\na,1,b\n", "line 1: 'id,score,ID': the header names the column id once" },
        { "id,score\na,1.5\n", $"line 2, score: '1.5': {ScoreRule}" },
        { "id,score\na,\n", $"line 2, score: '': {ScoreRule}" },
        { "id,score\na, 1\n", $"line 2, score: ' 1': {ScoreRule}" },
        { "id,score\na,\"1,000\"\n", $"line 2, score: '1,000': {ScoreRule}" },
        { "id,score\na,9223372036854775808\n", $"line 2, score: '9223372036854775808': {ScoreRule}" },
        { "id,score\n,1\n", "line 2, id: '': an id has at least one character" },
        { "id,score\na\u001b[2J,1\n", "line 2, id: 'a\\u001b[2J': an id has no control character" },
        { "note,id,score\n\"two\nlines\",b,1\n,c,x\n", "line 4, score: 'x'" },
        { "id,score\n\"a\nb\",1\n", "line 2, id: 'a\\u000ab': an id has no control character" },
        { $"id,score\n{new string('语', 86)},1\n", "an id has at most 256 bytes of UTF-8; this has 258" },
        { "id,score\na,1\nb,2\na,3\n", "line 4, id: 'a': an id stands once, and it stands on line 2 already; --repeated sum, best or latest takes several" },
        { "id,score\na,1,2\n", "line 2: 'a,1,2': a row has as many fields as the header, 2; this has 3" },
        { "id,score\na\n", "line 2: 'a': a row has as many fields as the header, 2; this has 1" },
        { "id,score\na\"b,1\n", $"line 2: 'a\"b': {Quotes}" },
        { "id,score\n\"a\"b,1\n", $"line 2: '\"a\"b': {Quotes}" },
        { "id,score,note\na,1,\"open\nb,2,\n", $"line 2: '\"open\\u000ab,2,\\u000a': {Quotes}" },
        { "id,score,at\na,1,\n", $"line 2, at: '': {TimeRule}" },
        { "id,score,at\na,1,yesterday\n", $"line 2, at: 'yesterday': {TimeRule}" },
        { "id,score,at\na,1,2021-02-29\n", $"line 2, at: '2021-02-29': {TimeRule}" },
        { "id,score,at\na,1,2262-01-01\n", $"line 2, at: '2262-01-01': {TimeRule}" },
        { "id,score,at\na,1,1677-12-31T23:59:59Z\n", $"line 2, at: '1677-12-31T23:59:59Z': {TimeRule}" },
        { "id,score,at\na,1,2021-03-25\nb,1,2021-03-25T00:00:00Z\n", "line 3, at: '2021-03-25T00:00:00Z': the times above are local, without Z or an offset, so this is too" },
        { "id,score,at\na,1,2021-03-25T00:00:00Z\nb,1,2021-03-25\n", "line 3, at: '2021-03-25': the times above have Z or an offset, so this has one too" },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(BadRows))]
    public void Board_BadRow_NamesLineColumnValueAndRule(string csv, string complaint)
    {
        var file = _folder.Write("scores.csv", csv);
        var refused = Board(file).Refused();

        Assert.StartsWith($"{file} is no table of scores:\n  line ", refused, StringComparison.Ordinal);
        Assert.Contains(complaint, refused, StringComparison.Ordinal);
        Assert.Equal(2, refused.Count(character => character == '\n'));
    }

    [Fact]
    public void Board_SeveralBadFields_AreToldTogether()
    {
        var file = _folder.Write("scores.csv", "id,score,at\n,x,y\na,1\n");

        Assert.Collection(
            Board(file).Refused().Split('\n'),
            line => Assert.Equal($"{file} is no table of scores:", line),
            line => Assert.StartsWith("  line 2, id: ''", line, StringComparison.Ordinal),
            line => Assert.StartsWith("  line 2, score: 'x'", line, StringComparison.Ordinal),
            line => Assert.StartsWith("  line 2, at: 'y'", line, StringComparison.Ordinal),
            line => Assert.StartsWith("  line 3: 'a,1'", line, StringComparison.Ordinal),
            Assert.Empty);
    }

    [Fact]
    public void Board_ManyBadRows_TellsTwentyAndHowManyMore()
    {
        var refused = Board(_folder.Lines("scores.csv", ["id,score", .. Enumerable.Range(0, 1500).Select(number => $"m{number},x")])).Refused();

        Assert.Contains("  line 21, score: 'x'", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("line 22", refused, StringComparison.Ordinal);
        Assert.EndsWith("\n  and 1,480 more\n", refused, StringComparison.Ordinal);
    }

    [Fact]
    public void Board_BrokenUtf8_IsRefused() => Assert.Contains(
        "line 2, id: 'a\ufffd': an id is valid UTF-8 without U+FFFD",
        Board(_folder.Write("scores.csv", [.. "id,score\na"u8, 0xff, .. ",1\n"u8])).Refused(),
        StringComparison.Ordinal);

    [Fact]
    public void Board_QuoteNeverClosed_IsRefusedBeforeTheFileIsHeld() => Assert.Contains(
        $"line 2: '\"a,1\\u000amember,12345\\u000a",
        Board(_folder.Write("scores.csv", $"id,score\n\"a,1\n{string.Concat(Enumerable.Repeat("member,12345\n", 300_000))}")).Refused(),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("", 1)]
    [InlineData("id,score\n", 2)]
    [InlineData("id,score\na,1\n\n", 4)]
    public void Board_RowWithoutEnd_IsRefusedBeforeTheFileIsHeld(string before, int line)
    {
        var file = _folder.Write("scores.csv", $"{before}{new string(',', 3_000_000)}\nb,x\n");

        Assert.Equal(
            $"{file} is no table of scores:\n  line {line}: '{new string(',', 80)}…': {RowRule}\n",
            Board(file).Refused());
    }

    [Fact]
    public void Board_LongestRow_IsARow()
    {
        const int longest = 1 << 20;
        string Row(string id, int length) => $"{id},1,{new string('x', length - "a,1,\n".Length)}\n";

        Assert.Equal("1 a 1, 1 b 1", BoardLines.Of(Board(_folder.Write("scores.csv", $"id,score,note\n{Row("a", longest)}{Row("b", longest)}"), "--json")));
        Assert.Contains($": {RowRule}\n", Board(_folder.Write("scores.csv", $"id,score,note\n{Row("a", longest)}{Row("b", longest + 1)}")).Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void Board_SumBeyond64Bits_IsRefused() => Assert.Equal(
        ["line 3, id: 'a': the scores of an id add up to a whole number of 64 bits; these make 9223372036854775808", "line 6, id: 'b': the scores of an id add up to a whole number of 64 bits; these make -27670116110564327424"],
        Board(_folder.Write("scores.csv", $"id,score\na,{long.MaxValue}\na,1\nb,{long.MinValue}\nb,{long.MinValue}\nb,{long.MinValue}\n"), "--repeated", "sum")
            .Refused().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)[1..]);

    [Theory]
    [InlineData("--around z", "--around is 'z'; that is not on the board.")]
    [InlineData("--around a\u001b", "--around is 'a\\u001b'; that is not on the board.")]
    [InlineData("--around a\u202e\u200b", "--around is 'a\\u202e\\u200b'; that is not on the board.")]
    [InlineData("--around 语\u2028\u2029", "--around is '语\\u2028\\u2029'; that is not on the board.")]
    [InlineData("--top 0", "--top is '0'; it is a whole number from 1 to 1,000,000.")]
    [InlineData("--top 2 --around a", "There is one part of the board to list; here are --top and --around.")]
    [InlineData("--radius 2", "--radius belongs to --around, which is not given.")]
    [InlineData("--skip 2 --around ann", "--skip does not go with --around.")]
    [InlineData("--around a --radius -1", "--radius is '-1'; it is a whole number from 0 to 1,000,000.")]
    [InlineData("--ranking best", "--ranking is 'best'; it is competition, dense, ordinal, modified or fractional.")]
    [InlineData("--repeated twice", "--repeated is 'twice'; it is refuse, sum, best or latest.")]
    [InlineData("--aggregate mean", "--aggregate belongs to --teams, which is not given.")]
    [InlineData("--unteamed ignore", "--unteamed belongs to --teams, which is not given.")]
    [InlineData("--teams t.csv --aggregate max", "--aggregate is 'max'; it is sum, mean, best3 or median.")]
    public void Board_BadOption_NamesOptionValueAndRule(string options, string complaint) =>
        Assert.StartsWith($"{complaint}\n", Board(_folder.Write("scores.csv", "id,score\na,1\n"), options.Split(' ')).Refused(), StringComparison.Ordinal);

    [Fact]
    public void Board_NoSuchFile_SaysSo() =>
        Assert.Equal($"--scores is '{_folder.PathOf("none.csv")}'; there is no such file.\n", Board(_folder.PathOf("none.csv")).Refused());

    [Fact]
    public void Board_LongestId_IsAnId() =>
        Assert.Equal($"1 {new string('x', 256)} 1", BoardLines.Of(Board(_folder.Write("scores.csv", Encoding.UTF8.GetBytes($"id,score\n{new string('x', 256)},1\n")), "--json")));

    private static ToolRun Board(string file, params string[] options) => ToolRun.Of(["board", "--scores", file, .. options]);
}
