namespace CampaignKit.Tool.Tests.Boards;

public sealed class BoardTests : IDisposable
{
    private const string Four = "id,score\na,3\nb,5\nc,5\nd,9\n";

    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Board_Text_IsAnAlignedTable() => Assert.Equal(
        "rank  id    score\n   1  王明    100\n   2  p-10     42\n   3  p-1      -7\n",
        Board("score,id\n-7,p-1\n42,p-10\n100,王明\n").Succeeded());

    [Fact]
    public void Board_InvisibleCharacters_AreShownAsCodesInTextAndAsTheyAreInJson()
    {
        const string id = "a\u202eb\u200b\u2028\u2029\U000e0001";

        Assert.Equal(
            $"rank  id{new string(' ', 36)}  score\n   1  a\\u202eb\\u200b\\u2028\\u2029\\udb40\\udc01      1\n",
            Text($"id,score\n{id},1\n"));
        Assert.Equal($"1 {id} 1", List($"id,score\n{id},1\n"));
    }

    [Fact]
    public void Board_Json_IsRankIdAndScore() => Assert.Equal(
        "{\"entries\":[{\"rank\":1,\"id\":\"p-1\",\"score\":42},{\"rank\":2,\"id\":\"\\\"王\",\"score\":-9223372036854775808}]}",
        Json("id,score\np-1,42\n\"\"\"王\",-9223372036854775808\n"));

    [Theory]
    [InlineData("competition", "1 2 2 4")]
    [InlineData("dense", "1 2 2 3")]
    [InlineData("ordinal", "1 2 3 4")]
    [InlineData("modified", "1 3 3 4")]
    [InlineData("fractional", "1 2.5 2.5 4")]
    public void Board_RankingStyle_NumbersTiesSo(string style, string ranks)
    {
        Assert.Equal(ranks, Ranks(Four, "--ranking", style));
        Assert.Equal(ranks, Ranks(Four, "--teams", _folder.Write("t.csv", "id,team\na,w\nb,x\nc,y\nd,z\n"), "--ranking", style));
        Assert.Equal(ranks, string.Join(' ', Text(Four, "--ranking", style).Split('\n')[1..^1].Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0])));
    }

    [Fact]
    public void Board_Ascending_HasTheLowestFirst() => Assert.Equal("1 a 3, 2 b 5, 2 c 5, 4 d 9", List(Four, "--ascending"));

    [Fact]
    public void Board_NoScores_IsEmpty()
    {
        Assert.Equal("rank  id  score\n", Text("id,score\n"));
        Assert.Equal("{\"entries\":[]}", Json("id,score"));
    }

    [Fact]
    public void Board_Ties_StandInTheOrderOfTheRows() => Assert.Equal("1 z 1, 1 a 1, 1 m 1", List("id,score\nz,1\na,1\nm,1\n"));

    [Theory]
    [InlineData("2021-03-25T10:00:00Z", "2021-03-25T17:59:59+08:00", "2021-03-25T09:59:59.999999999Z")]
    [InlineData("2021-03-26", "2021-03-25", "2021-03-25T00:00:00.000000001")]
    [InlineData("2021-03-25T18:00", "2021-03-25T17:59", "2021-03-25T17:59:59")]
    [InlineData("2021-03-25T18:00+08:00", "2021-03-25T09:59Z", "2021-03-25T09:59:59Z")]
    [InlineData("1970-01-01", "1678-01-01", "1969-12-31T23:59:59")]
    public void Board_TiesWithTimes_StandEarliestFirst(string last, string first, string middle) =>
        Assert.Equal("1 f 1, 1 m 1, 1 l 1, 4 x 0", List($"at,id,score\n{last},l,1\n{middle},m,1\n{first},x,0\n{first},f,1\n"));

    [Fact]
    public void Board_TiesOfOneTime_StandInTheOrderOfTheRows() =>
        Assert.Equal("1 c 1, 1 b 1, 1 a 1", List("id,score,at\nb,1,2021-03-25\na,1,2021-03-25\nc,1,2021-03-24\n"));

    [Theory]
    [InlineData("sum", "1 b 8, 1 a 8")]
    [InlineData("best", "1 b 8, 2 a 5")]
    [InlineData("latest", "1 b 8, 2 a 3")]
    public void Board_Repeated_ComesToWhatIsSaid(string how, string list) => Assert.Equal(list, List("id,score\na,5\nb,8\na,3\n", "--repeated", how));

    [Theory]
    [InlineData("9223372036854775807 1 -2", "9223372036854775806")]
    [InlineData("-9223372036854775808 -9223372036854775808 -1 9223372036854775807 9223372036854775807", "-3")]
    [InlineData("9223372036854775807 9223372036854775807 9223372036854775807 -9223372036854775807 -9223372036854775807 -9223372036854775808", "-1")]
    public void Board_SumThatComesBackInto64Bits_IsExact(string scores, string sum) =>
        Assert.Equal($"1 a {sum}", List($"id,score\n{string.Concat(scores.Split(' ').Select(score => $"a,{score}\n"))}", "--repeated", "sum"));

    [Theory]
    [InlineData("sum", "1 b 8, 1 a 8")]
    [InlineData("latest", "1 b 8, 2 a 5")]
    public void Board_RepeatedWithTimes_GoesByTime(string how, string list) =>
        Assert.Equal(list, List("id,score,at\na,5,2021-03-09\nb,8,2021-03-08\na,3,2021-03-01\n", "--repeated", how));

    [Fact]
    public void Board_RepeatedBest_KeepsTheEarliestOfEqualAndTheLowestIfAscending()
    {
        Assert.Equal("1 a 5, 1 b 5", List("id,score\na,5\nb,5\na,5\n", "--repeated", "best"));
        Assert.Equal("1 a 5, 1 b 5", List("id,score,at\na,5,2021-03-09\nb,5,2021-03-08\na,5,2021-03-01\n", "--repeated", "best"));
        Assert.Equal("1 a 3, 2 b 4", List("id,score\na,5\nb,4\na,3\n", "--repeated", "best", "--ascending"));
    }

    [Theory]
    [InlineData("a", "1", "1 a 9, 2 b 8, 3 c 7")]
    [InlineData("c", "1", "2 b 8, 3 c 7, 4 d 6")]
    [InlineData("e", "1", "3 c 7, 4 d 6, 5 e 5")]
    [InlineData("d", "0", "4 d 6")]
    [InlineData("d", "1000000", "1 a 9, 2 b 8, 3 c 7, 4 d 6, 5 e 5")]
    public void Board_Around_IsFullAtTheEdges(string id, string radius, string list)
    {
        var teams = _folder.Write("t.csv", "id,team\n1,a\n2,b\n3,c\n4,d\n5,e\n");

        Assert.Equal(list, List("id,score\na,9\nb,8\nc,7\nd,6\ne,5\n", "--around", id, "--radius", radius));
        Assert.Equal(list, List("id,score\n1,9\n2,8\n3,7\n4,6\n5,5\n", "--teams", teams, "--around", id, "--radius", radius));
    }

    [Fact]
    public void Board_AroundUnsaid_HasFiveOnEitherSide() =>
        Assert.Equal(11, List($"id,score\n{string.Concat(Enumerable.Range(0, 30).Select(n => $"p{n},{n}\n"))}", "--around", "p15").Split(", ").Length);

    [Fact]
    public void Board_AroundFractional_HasTheRanksOfTheWholeBoard() =>
        Assert.Equal("2.5 c 5, 4 a 3", List(Four, "--around", "a", "--radius", "1", "--ranking", "fractional")[^14..]);

    [Fact]
    public void Board_TopAndSkip_ListAPage()
    {
        var scores = $"id,score\n{string.Concat(Enumerable.Range(0, 30).Select(n => $"p{n},{n}\n"))}";

        Assert.Equal(20, List(scores).Split(", ").Length);
        Assert.Equal("3 p27 27, 4 p26 26", List(scores, "--top", "2", "--skip", "2"));
        Assert.Equal("", List(scores, "--top", "2", "--skip", "30"));
        Assert.Equal(List(scores, "--top", "20", "--skip", "28"), List(scores, "--skip", "28"));
        Assert.NotEmpty(List(scores, "--skip", "28"));
    }

    [Theory]
    [InlineData("\ufeffid,score\r\nb,1\r\na,2\r\n")]
    [InlineData("id,score\nb,1\na,2")]
    [InlineData("ID,Score\n\nb,1\n\na,2\n\n")]
    [InlineData("note,score,id\n\"two\nlines, \"\"quoted\"\"\",1,\"b\"\n,\"2\",a\n")]
    public void Board_FormsOfCsv_AreRead(string csv) => Assert.Equal("1 a 2, 2 b 1", List(csv));

    private ToolRun Board(string csv, params string[] options) => ToolRun.Of(["board", "--scores", _folder.Write("scores.csv", csv), .. options]);

    private string Text(string csv, params string[] options) => Board(csv, options).Succeeded();

    private string Json(string csv, params string[] options)
    {
        var run = Board(csv, [.. options, "--json"]);
        run.Succeeded();
        return System.Text.Json.Nodes.JsonNode.Parse(run.Output)!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    private string List(string csv, params string[] options) => BoardLines.Of(Board(csv, [.. options, "--json"]));

    private string Ranks(string csv, params string[] options) => string.Join(' ', List(csv, options).Split(", ").Select(line => line.Split(' ')[0]));
}
