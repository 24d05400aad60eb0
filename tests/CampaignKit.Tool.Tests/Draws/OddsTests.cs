using CampaignKit.Draws;

namespace CampaignKit.Tool.Tests.Draws;

public sealed class OddsTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Odds_PoolOfIds_AreEqual() => Assert.Equal(
        "2 places among 8 entrants, expected winners: 2\n  weight 1: 25 % for each of 8 entrants, expected winners: 2\n",
        Odds(Ids(), "--take", "2").Succeeded());

    [Fact]
    public void Odds_MorePlacesThanEntrants_AreCertain() => Assert.Equal(
        "20 places among 8 entrants, expected winners: 8\n  weight 1: 100 % for each of 8 entrants, expected winners: 8\n",
        Odds(Ids(), "--take", "20").Succeeded());

    [Fact]
    public void Odds_Weights_AreByWeight()
    {
        var output = Odds(_folder.Lines("w.txt", "a\t3", "b\t1", "c\t0"), "--take", "1", "--weighted").Succeeded();

        Assert.Equal(
            """
            1 place among 3 entrants, expected winners: 1
              weight 3: 75 % for each of 1 entrant, expected winners: 0.75
              weight 1: 25 % for each of 1 entrant, expected winners: 0.25
              weight 0: 0 % for each of 1 entrant, expected winners: 0

            """,
            output);
    }

    [Fact]
    public void Odds_OneId_IsTheirs()
    {
        Assert.Equal("'b' wins with a chance of 25 % (2 places among 8 entrants)\n", Odds(Ids(), "--take", "2", "--id", "b").Succeeded());
        Assert.Equal("--id is 'z'; that is not in the pool.\n", Odds(Ids(), "--take", "2", "--id", "z").Refused());
        Assert.StartsWith("--id: 'a\nb': an id has no control character.", Odds(Ids(), "--take", "2", "--id", "a\nb").Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void Odds_Json_HasTheChanceOfEach()
    {
        var run = Odds(_folder.Lines("w.txt", "a\t3", "b\t1"), "--take", "1", "--weighted", "--json");

        run.Succeeded();
        Assert.Equal((1, 2, 1.0), (run.Json.GetProperty("take").GetInt32(), run.Json.GetProperty("size").GetInt32(), Math.Round(run.Json.GetProperty("expectedWinners").GetDouble(), 8)));
        Assert.Equal(
            [("a", 3, 0.75), ("b", 1, 0.25)],
            run.Json.GetProperty("entrants").EnumerateArray().Select(entrant =>
                (entrant.GetProperty("id").GetString()!, entrant.GetProperty("weight").GetInt32(), Math.Round(entrant.GetProperty("chance").GetDouble(), 8))));
    }

    [Fact]
    public void Odds_TooMuchWork_SaysTheLimit() => Assert.StartsWith(
        "POOL: The odds of 5000 places over 2000 distinct weights are too much work: ",
        Odds(_folder.Lines("w.txt", Enumerable.Range(1, 6000).Select(number => $"{number}\t{(number % 2000) + 1}")), "--take", "5000", "--weighted").Refused(),
        StringComparison.Ordinal);

    [Fact]
    public void Odds_SuffixesOfNumbers_NamesThem()
    {
        Assert.Equal(
            """
            3 of the numbers 1 to 12,000 win
              01921
              02021
              11921
            of 12,000 random numbers of 5 digits, expected winners: 2.4

            """,
            ToolRun.Of("draw", "odds", "--numbers", "12000", "--digits", "5", "--suffix", "1921", "--suffix", "2021").Succeeded());
    }

    [Theory]
    [InlineData(12_000, 5, "0")]
    [InlineData(1, 1, "1")]
    [InlineData(999, 3, "21", "1", "001")]
    [InlineData(5_000, 4, "00", "0000", "12345")]
    [InlineData(9, 1, "99")]
    public void Odds_SuffixesOfNumbers_AreThoseThatEndSo(int last, int digits, params string[] suffixes)
    {
        var run = ToolRun.Of(["draw", "odds", "--json", "--numbers", $"{last}", "--digits", $"{digits}", .. suffixes.SelectMany(suffix => new[] { "--suffix", suffix })]);
        var ending = Enumerable.Range(1, last).Select(number => $"{number}".PadLeft(digits, '0')).Where(number => suffixes.Any(number.EndsWith)).ToList();

        run.Succeeded();
        Assert.Equal(ending.Count, run.Json.GetProperty("winners").GetInt32());
        Assert.Equal(ending.Take(100), run.Json.GetProperty("winning").EnumerateArray().Select(number => number.GetString()));
        Assert.Equal(SuffixOdds.ExpectedAmong(last, digits, suffixes), run.Json.GetProperty("expectedAmongRandom").GetDouble());
    }

    [Fact]
    public void Odds_ManyNumbers_AreCountedAndSomeNamed()
    {
        var output = ToolRun.Of("draw", "odds", "--numbers", "999999999999999999", "--digits", "18", "--suffix", "7").Succeeded();

        Assert.StartsWith("100,000,000,000,000,000 of the numbers 1 to 999,999,999,999,999,999 win\n  000000000000000007\n", output, StringComparison.Ordinal);
        Assert.Contains("\n  and 99,999,999,999,999,900 more\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Odds_SuffixesOfAPool_AreCounted()
    {
        var pool = _folder.Lines("n.txt", "a\t00021", "b\t21", "c\t12");

        Assert.Equal("2 of 3 numbers win\n", Odds(pool, "--suffix", "21").Succeeded());
        Assert.Equal("{\n  \"size\": 3,\n  \"winners\": 1\n}\n", Odds(pool, "--suffix", "021", "--json").Succeeded());
    }

    [Theory]
    [InlineData("--numbers 12000 --digits 4 --suffix 1", "--numbers is '12000'; with --digits 4 the last number has at most 4 digits.")]
    [InlineData("--numbers 12000 --digits 5 --suffix x", "--suffix: 'x': a suffix has 1 to 256 digits and nothing else.")]
    [InlineData("--numbers 12000 --digits 5 --suffix 1 --suffix 1", "--suffix: '1', '1': a suffix stands once.")]
    [InlineData("--numbers 0 --digits 5 --suffix 1", "--numbers is '0'; it is a whole number from 1 to 999,999,999,999,999,999.")]
    [InlineData("--numbers 12000 --digits 19 --suffix 1", "--digits is '19'; it is a whole number from 1 to 18.")]
    [InlineData("--numbers 12000 --suffix 1", "Without a pool the odds are asked by --numbers N --digits D --suffix S.")]
    [InlineData("--take 5", "Without a pool the odds are asked by --numbers N --digits D --suffix S.")]
    [InlineData("pool.txt", "Of a pool the odds are asked by POOL --take K [--weighted] [--id ID], or by POOL --suffix S.")]
    [InlineData("pool.txt --take 5 --suffix 1", "Of a pool the odds are asked by ")]
    [InlineData("pool.txt --suffix 1 --id a", "Of a pool the odds are asked by ")]
    [InlineData("/no/pool.txt --take 5", "POOL is '/no/pool.txt'; there is no such file.")]
    [InlineData("/no/pool.txt --take 0", "--take is '0'; it is a whole number from 1 to 1,000,000.")]
    public void Odds_BadInput_NamesTheRule(string options, string complaint) =>
        Assert.Contains(complaint, ToolRun.Of(["draw", "odds", .. options.Split(' ')]).Refused(), StringComparison.Ordinal);

    private static ToolRun Odds(string pool, params string[] options) => ToolRun.Of(["draw", "odds", pool, .. options]);

    private string Ids() => _folder.Lines("ids.txt", "a", "b", "c", "d", "e", "f", "g", "h");
}
