using System.Globalization;
using System.Text.Json;
using CampaignKit.Draws;

namespace CampaignKit.Tool.Tests.Draws;

public sealed class PickTests : IDisposable
{
    private const string Seed = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881";
    private const string SeedText = "x";

    private readonly WorkFolder _folder = new();

    public static TheoryData<string, string> BadNumbers => new()
    {
        { "--take", "0" }, { "--take", "-1" }, { "--take", "1000001" }, { "--take", "99999999999999999999" }, { "--take", "1.0" }, { "--take", "1,000" },
        { "--take", "ten" }, { "--take", "" }, { "--take", "0x10" }, { "--take", "１" }, { "--take", " 1" }, { "--take", "1e3" },
        { "--alternates", "-1" }, { "--alternates", "x" }, { "--alternates", "1000001" },
    };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Pick_AsText_PrintsTicketAndId() => Assert.Equal(
        """
        01660590a8f2ce7655ecbc30a8934b479d95158937fcd61f5db07e107f191cc5 05
        11be655cf3fee2060af3feb039c9658274247c7acf30a71df1aeeb2dcee595a9 14
        alternates:
        1ba3ff7c27af416c5921f98b5754761ae4637700ccda26cf397d09e2b21dea09 12

        """,
        Pick("--take", "2", "--alternates", "1", "--rule-seed-text", SeedText).Succeeded());

    [Fact]
    public void Pick_HexInUpperCase_IsTheSameSeed() => Assert.Equal(
        Pick("--take", "2", "--rule-seed", Seed).Succeeded(),
        Pick("--take", "2", "--rule-seed", Seed.ToUpperInvariant()).Succeeded());

    [Fact]
    public void Pick_MorePlacesThanIds_TakesThemAll()
    {
        var run = Pick("--take", "1000000", "--alternates", "1000000", "--rule-seed", Seed, "--json");

        Assert.Equal(("", 30, 0), (run.Error, Ids(run, "winners").Length, Ids(run, "alternates").Length));
        Assert.Equal(30, Ids(run, "winners").Distinct().Count());
    }

    [Fact]
    public void Pick_AlternatesBeyondPool_AreTheRest()
    {
        var run = Pick("--take", "28", "--alternates", "9", "--rule-seed", Seed, "--json");

        Assert.Equal((28, 2), (Ids(run, "winners").Length, Ids(run, "alternates").Length));
    }

    [Fact]
    public void Pick_EmptyPool_HasNoWinners()
    {
        var run = ToolRun.Of("draw", "pick", "--pool", _folder.Write("pool.txt", ""), "--take", "3", "--rule-seed", Seed, "--json");

        run.Succeeded();
        Assert.Empty(Ids(run, "winners"));
    }

    [Fact]
    public void Pick_WeightZero_NeverWins()
    {
        var run = ToolRun.Of("draw", "pick", "--weighted", "--pool", _folder.Lines("pool.txt", "a\t0", "b\t2", "c\t1"), "--take", "3", "--rule-seed", Seed, "--json");

        Assert.Equal(["b", "c"], Ids(run, "winners").Order());
    }

    [Theory]
    [InlineData("第一期 王")]
    [InlineData(" a b ")]
    [InlineData("\"a\\b\"")]
    [InlineData("😀")]
    [InlineData("<a&b>'")]
    public void Pick_AnyId_ComesBackAsItIs(string id)
    {
        string[] pick = ["draw", "pick", "--pool", _folder.Lines("pool.txt", id), "--take", "1", "--rule-seed", Seed];

        Assert.Equal([id], Ids(ToolRun.Of([.. pick, "--json"]), "winners"));
        Assert.Equal($"{RuleSeed.Parse(Seed).TicketOf(id)} {id}\n", ToolRun.Of(pick).Succeeded());
    }

    [Theory]
    [InlineData("@changning")]
    [InlineData("--take")]
    [InlineData("a=b:c d")]
    [InlineData("第一期")]
    public void Pick_AnySeedText_IsHashedAsItIs(string text)
    {
        var run = Pick("--take", "1", "--json", $"--rule-seed-text={text}");

        run.Succeeded();
        Assert.Equal(RuleSeed.FromText(text).ToString(), run.Json.GetProperty("ruleSeed").GetString());
    }

    [Fact]
    public void Pick_EmptySeedText_IsATextToo() => Assert.Equal(
        RuleSeed.FromText("").ToString(),
        Pick("--take", "1", "--json", "--rule-seed-text", "").Json.GetProperty("ruleSeed").GetString());

    [Fact]
    public void Pick_SeedTextNamedLikeAFileOfArguments_IsItself()
    {
        var text = $"@{_folder.Lines("more.txt", "--take", "5")}";

        Assert.Equal(RuleSeed.FromText(text).ToString(), Pick("--take", "1", "--json", "--rule-seed-text", text).Json.GetProperty("ruleSeed").GetString());
    }

    [Fact]
    public void Pick_NoSeed_AsksForOne() =>
        Assert.Equal("A pick needs a seed: --rule-seed HEX or --rule-seed-text TEXT.\n", Pick("--take", "1").Refused());

    [Fact]
    public void Pick_BothSeeds_AsksForOne() => Assert.Equal(
        "A pick has one seed: --rule-seed or --rule-seed-text, not both.\n",
        Pick("--take", "1", "--rule-seed", Seed, "--rule-seed-text", SeedText).Refused());

    [Theory]
    [InlineData("")]
    [InlineData("aa")]
    [InlineData("zd711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881")]
    [InlineData("0x711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881")]
    [InlineData("2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a48811")]
    public void Pick_BadHex_NamesOptionValueAndRule(string hex) =>
        Assert.StartsWith($"--rule-seed is '{hex}'; it is 64 hex digits.\n", Pick("--take", "1", "--rule-seed", hex).Refused(), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(BadNumbers))]
    public void Pick_BadNumber_NamesOptionValueAndRule(string option, string value)
    {
        string[] given = option == "--take" ? [option, value] : ["--take", "1", option, value];

        var complaint = Pick([.. given, "--rule-seed", Seed]).Refused();

        Assert.StartsWith($"{option} is '{value}'; it is a whole number from {(option == "--take" ? 1 : 0)} to 1,000,000.\n", complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void Pick_SeveralMistakes_TellsThemAll()
    {
        var complaint = Pick("--take", "x", "--alternates", "-1", "--rule-seed", "aa", "--bogus").Refused();

        Assert.All(["--take", "--alternates", "--rule-seed", "--bogus"], option => Assert.Contains(option, complaint, StringComparison.Ordinal));
        Assert.EndsWith("See campaignkit draw pick --help.\n", complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void Pick_MillionIds_AreDrawnFrom()
    {
        var pool = _folder.Lines("million.txt", Enumerable.Range(0, 1_000_000).Select(number => number.ToString("D7", CultureInfo.InvariantCulture)));

        var run = ToolRun.Of("draw", "pick", "--pool", pool, "--take", "3", "--rule-seed-text", SeedText);

        Assert.StartsWith("0000026a37a425398eef7ea8893df8486d0ce36c71b6cc66050d6cb4613fee09 0242730\n", run.Succeeded(), StringComparison.Ordinal);
    }

    private static string[] Ids(ToolRun run, string field) => [.. run.Json.GetProperty(field).EnumerateArray().Select(Id)];

    private static string Id(JsonElement entry) => entry.GetProperty("id").GetString()!;

    private ToolRun Pick(params string[] options) => ToolRun.Of(
    [
        "draw", "pick", "--pool", _folder.Lines("pool.txt", Enumerable.Range(1, 30).Select(number => number.ToString("D2", CultureInfo.InvariantCulture))), .. options,
    ]);
}
