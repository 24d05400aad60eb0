using System.Text.Json;

namespace CampaignKit.Tool.Tests.Draws;

/// <summary><c>campaignkit draw pick --method</c>: each method's published example, and options that do not belong.</summary>
public sealed class PickByOthersTests : IDisposable
{
    private const string Ones = "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff";

    private readonly WorkFolder _folder = new();

    private string Ids => _folder.Lines("ids.txt", "B-3", "A-1", "A-2", "A-3", "B-1", "B-2");

    private string Weights => _folder.Lines("weights.txt", "alpha\t3", "beta\t1", "gamma\t2");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Rfc3797_ItsWorkedExample_PrintsKeyAndPicks()
    {
        var json = PickJson("--method", "rfc3797", "--pool-size", "25", "--source", "9319", "--source", "2,5,12,8,10", "--source", "9 18 26 34 41 45", "--take", "16");

        Assert.Equal(["key", "picks"], Names(json));
        Assert.Equal("9319./2.5.8.10.12./9.18.26.34.41.45./", json.GetProperty("key").GetString());
        Assert.Equal([17, 7, 2, 16, 25, 23, 8, 24, 19, 13, 22, 5, 18, 9, 1, 4], json.GetProperty("picks").EnumerateArray().Select(pick => pick.GetInt32()));
    }

    [Fact]
    public void Rfc3797_WithoutJson_PrintsEachStep()
    {
        var run = Pick("--method", "rfc3797", "--pool-size", "25", "--source", "9319", "--source", "2,5,12,8,10", "--source", "9 18 26 34 41 45", "--take", "2");

        Assert.Equal("key 9319./2.5.8.10.12./9.18.26.34.41.45./\n990DD0A5692A029A98B5E01AA28F3459 25 17\n3691E55CB63FCC37914430B2F70B5EC6 24 7\n", run.Succeeded());
    }

    [Fact]
    public void ConsistentSampler_DropAndReplacement_ContinuesTheSample()
    {
        var json = PickJson("--method", "consistent-sampler", "--seed", "314159", "--pool", Ids, "--take", "3", "--drop", "3", "--with-replacement");

        Assert.Equal(["picks"], Names(json));
        Assert.Equal(
            [("A-2", "0.567089805", 1), ("A-2", "0.659534619", 2), ("A-2", "0.765106651", 3)],
            json.GetProperty("picks").EnumerateArray().Select(pick => (Text(pick, "id"), Text(pick, "ticket")[..11], pick.GetProperty("generation").GetInt32())));
        Assert.All(json.GetProperty("picks").EnumerateArray(), pick => Assert.InRange(Text(pick, "ticket").Length, 66, 90));
    }

    [Fact]
    public void ConsistentSampler_WithoutReplacement_DrawsEachOnce()
    {
        var run = Pick("--method", "consistent-sampler", "--seed", "314159", "--pool", Ids, "--take", "10");

        Assert.Equal(["B-2", "B-3", "A-3", "A-2", "B-1", "A-1"], run.Succeeded().TrimEnd('\n').Split('\n').Select(line => line.Split(' ')[2]));
    }

    [Fact]
    public void FairPick_ItsWeightedVector_PrintsWinnersByPosition()
    {
        var json = PickJson("--method", "fair-pick", "--seed", Ones, "--pool", Weights, "--weighted", "--take", "2");

        Assert.Equal(["picks"], Names(json));
        Assert.Equal([("gamma", 1), ("alpha", 2)], json.GetProperty("picks").EnumerateArray().Select(pick => (Text(pick, "id"), pick.GetProperty("position").GetInt32())));
    }

    [Fact]
    public void Rivest2011_ItsExample_PrintsNumbers()
    {
        var json = PickJson("--method", "rivest-2011", "--seed", "3546311556112163624615351222", "--pool-size", "876", "--take", "5");

        Assert.Equal([740, 180, 264, 789, 238], json.GetProperty("picks").EnumerateArray().Select(pick => pick.GetInt32()));
    }

    [Fact]
    public void TicketV1_Named_IsTheDefault() => Assert.Equal(
        Pick("--pool", Ids, "--take", "2", "--alternates", "1", "--rule-seed-text", "x", "--json"),
        Pick("--method", "ticket-v1", "--pool", Ids, "--take", "2", "--alternates", "1", "--rule-seed-text", "x", "--json"));

    [Theory]
    [InlineData("--pool does not belong to --method rfc3797", "--method", "rfc3797", "--pool-size", "5", "--source", "1", "--pool", "ids.txt")]
    [InlineData("--alternates does not belong to --method fair-pick", "--method", "fair-pick", "--pool", "ids.txt", "--seed", Ones, "--alternates", "1")]
    [InlineData("--rule-seed-text does not belong to --method consistent-sampler", "--method", "consistent-sampler", "--pool", "ids.txt", "--seed", "1", "--rule-seed-text", "x")]
    [InlineData("--weighted does not belong to --method consistent-sampler", "--method", "consistent-sampler", "--pool", "ids.txt", "--seed", "1", "--weighted")]
    [InlineData("--drop does not belong to --method ticket-v1", "--pool", "ids.txt", "--rule-seed-text", "x", "--drop", "0")]
    [InlineData("--source does not belong to --method rivest-2011", "--method", "rivest-2011", "--pool-size", "5", "--seed", "1", "--source", "1")]
    [InlineData("--method rfc3797 needs --source", "--method", "rfc3797", "--pool-size", "5")]
    [InlineData("--method fair-pick needs --seed", "--method", "fair-pick", "--pool", "ids.txt")]
    [InlineData("Option '--pool' is required", "--rule-seed-text", "x")]
    [InlineData("--method is 'RFC3797'; it is one of ticket-v1, rfc3797, ", "--method", "RFC3797", "--pool-size", "5", "--source", "1")]
    [InlineData("--source 2 '2,x': 'x' is no number", "--method", "rfc3797", "--pool-size", "5", "--source", "1", "--source", "2,x")]
    [InlineData("--take is 3; with --method rfc3797 and this --pool-size it is at most 2.", "--method", "rfc3797", "--pool-size", "2", "--source", "1")]
    [InlineData("--take is 3; with --method rivest-2011 and this --pool-size it is at most 2.", "--method", "rivest-2011", "--pool-size", "2", "--seed", "1")]
    [InlineData("--seed is '12'; with --method fair-pick it is 64 hex digits.", "--method", "fair-pick", "--pool", "ids.txt", "--seed", "12")]
    [InlineData("--pool-size is '0'", "--method", "rfc3797", "--pool-size", "0", "--source", "1")]
    public void Pick_OptionThatDoesNotFit_IsRefusedByName(string problem, params string[] options)
    {
        var run = Pick([.. options.Select(option => option == "ids.txt" ? Ids : option), "--take", "3"]);

        Assert.Contains(problem, run.Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void Pick_TwoSourcesThatAreNone_NamesBoth()
    {
        var error = Pick("--method", "rfc3797", "--pool-size", "5", "--take", "1", "--source", "x", "--source", "1,").Refused();

        Assert.Contains("--source 1 'x'", error, StringComparison.Ordinal);
        Assert.Contains("--source 2 '1,'", error, StringComparison.Ordinal);
    }

    private static ToolRun Pick(params string[] options) => ToolRun.Of(["draw", "pick", .. options]);

    private static JsonElement PickJson(params string[] options)
    {
        var run = Pick([.. options, "--json"]);
        run.Succeeded();
        return run.Json;
    }

    private static IEnumerable<string> Names(JsonElement json) => json.EnumerateObject().Select(property => property.Name);

    private static string Text(JsonElement pick, string field) => pick.GetProperty(field).GetString()!;
}
