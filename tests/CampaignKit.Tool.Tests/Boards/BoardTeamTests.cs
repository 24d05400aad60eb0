namespace CampaignKit.Tool.Tests.Boards;

public sealed class BoardTeamTests : IDisposable
{
    private const string Scores = "id,score\na,10\nb,4\nc,1\nd,1\ne,9\nf,-8\n";
    private const string Teams = "team,id\nred,a\nred,b\nred,c\nred,d\nblue,e\nblue,f\nblue,idle\n";

    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("sum", "1 red 16, 2 blue 1")]
    [InlineData("mean", "1 red 4, 2 blue 0.333333")]
    [InlineData("best3", "1 red 5, 2 blue 0.333333")]
    [InlineData("median", "1 red 2.5, 2 blue 0")]
    public void Board_Aggregate_MakesTheScoreOfTheTeam(string how, string list) => Assert.Equal(list, List(Scores, Teams, "--aggregate", how));

    [Fact]
    public void Board_AggregateUnsaid_IsTheSum() => Assert.Equal(List(Scores, Teams, "--aggregate", "sum"), List(Scores, Teams));

    [Theory]
    [InlineData("mean", "1 blue 0.5, 2 red 4")]
    [InlineData("best3", "1 blue 0.5, 2 red 2")]
    public void Board_AscendingTeams_LeaveOutWhoHasNoScore(string how, string list) => Assert.Equal(list, List(Scores, Teams, "--ascending", "--aggregate", how));

    [Fact]
    public void Board_SumBeyond64Bits_IsExact() => Assert.Equal(
        "1 x 18446744073709551614",
        List("id,score\na,9223372036854775807\nb,9223372036854775807\n", "id,team\na,x\nb,x\n"));

    [Fact]
    public void Board_TiedTeams_StandByWhoReachedTheScoreFirst() => Assert.Equal(
        "1 late 3, 1 early 3",
        List("id,score,at\na,3,2021-03-09\nb,3,2021-03-08\n", "id,team\na,early\nb,late\n"));

    [Fact]
    public void Board_TeamsThatDifferByLessThanIsShown_AreRankedExactly()
    {
        // 1/1500 and 2/2999 are 0.00066667 and 0.00066689: apart by less than a millionth.
        string Members(string team, int size, Func<string, int, string> row) => string.Concat(Enumerable.Range(0, size).Select(number => row(team, number)));
        string Rows(Func<string, int, string> row) => Members("x", 1500, row) + Members("y", 2999, row);

        Assert.Equal("1 y 0.000667, 2 x 0.000667", List(
            $"id,score\n{Rows((team, number) => $"{team}{number},{(number < (team == "x" ? 1 : 2) ? 1 : 0)}\n")}",
            $"id,team\n{Rows((team, number) => $"{team}{number},{team}\n")}",
            "--aggregate",
            "mean"));
    }

    [Theory]
    [InlineData("1\n1\n0", "0.666667")]
    [InlineData("-1\n-1\n0", "-0.666667")]
    [InlineData("1\n1\n1", "1")]
    [InlineData("-1\n0\n0\n0", "-0.25")]
    public void Board_Mean_HasUpToSixDecimals(string scores, string shown)
    {
        var rows = scores.Split('\n').Select((score, number) => (Id: $"m{number}", score)).ToList();

        Assert.Equal($"1 t {shown}", List(
            $"id,score\n{string.Concat(rows.Select(row => $"{row.Id},{row.score}\n"))}", $"id,team\n{string.Concat(rows.Select(row => $"{row.Id},t\n"))}", "--aggregate", "mean"));
    }

    [Fact]
    public void Board_ScoreWithoutTeam_IsRefusedOrIgnored()
    {
        var run = Board(Scores, "id,team\na,red\n", "--aggregate", "mean");

        Assert.StartsWith($"{_folder.PathOf("scores.csv")} is no table of scores for these teams:\n  line 3, id: 'b': who has a score has a team in ", run.Refused(), StringComparison.Ordinal);
        Assert.Equal("1 red 10", List(Scores, "id,team\na,red\n", "--unteamed", "ignore"));
    }

    [Theory]
    [InlineData("id,team\na,x\na,y\n", "line 3, id: 'a': an id is in one team, and it stands on line 2 already")]
    [InlineData("id,team\n,x\n", "line 2, id: '': an id has at least one character")]
    [InlineData("id,team\na,\n", "line 2, team: '': a team has at least one character")]
    [InlineData("id,team\na,x\u001b[31m\n", "line 2, team: 'x\\u001b[31m': a team has no control character")]
    [InlineData("id,group\na,x\n", "line 1: 'id,group': the first line is a header that names the columns id and team, parted by commas")]
    public void Board_BadTeams_NameLineColumnValueAndRule(string teams, string complaint)
    {
        var refused = Board(Scores, teams).Refused();

        Assert.StartsWith($"{_folder.PathOf("teams.csv")} is no table of teams:\n", refused, StringComparison.Ordinal);
        Assert.Contains(complaint, refused, StringComparison.Ordinal);
    }

    [Fact]
    public void Board_AroundAnUnknownTeam_SaysSo() => Assert.Equal("--around is 'a'; that is not on the board.\n", Board(Scores, Teams, "--around", "a").Refused());

    [Fact]
    public void Board_NoSuchTeamFile_SaysSo() =>
        Assert.Equal("--teams is '/no/t.csv'; there is no such file.\n", ToolRun.Of("board", "--scores", _folder.Write("scores.csv", Scores), "--teams", "/no/t.csv").Refused());

    private ToolRun Board(string scores, string teams, params string[] options) =>
        ToolRun.Of(["board", "--scores", _folder.Write("scores.csv", scores), "--teams", _folder.Write("teams.csv", teams), .. options]);

    private string List(string scores, string teams, params string[] options) => BoardLines.Of(Board(scores, teams, [.. options, "--json"]));
}
