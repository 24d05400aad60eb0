using System.Globalization;
using System.Text.Json;

namespace CampaignKit.Tool.Tests.Rates;

public sealed class RateTests
{
    private static readonly JsonElement[] Wilson = [.. JsonDocument
        .Parse(File.ReadAllText(SharedFiles.Beside("Vectors/proportion_ci.json"))).RootElement.GetProperty("cases").EnumerateArray()
        .Where(known => (Text(known, "method"), Text(known, "side")) == ("wilson", "two-sided"))];

    public static TheoryData<string> WilsonIds => [.. Wilson.Select(known => Text(known, "id")).Distinct()];

    [Fact]
    public void WilsonIds_OfTheFile_AreThere() => Assert.True(Wilson.Length > 40, $"{Wilson.Length}");

    [Theory]
    [MemberData(nameof(WilsonIds))]
    public void Rate_OfPublishedCase_HasItsInterval(string id)
    {
        foreach (var known in Wilson.Where(known => Text(known, "id") == id))
        {
            var run = ToolRun.Of("rate", "--hits", Raw(known, "x"), "--of", Raw(known, "n"), "--method", "wilson", "--level", Raw(known, "level"), "--json");
            var tolerance = known.GetProperty("tol").GetDouble();

            run.Succeeded();
            Assert.Equal(["rate", "low", "high", "hits", "of", "method", "level"], run.Json.EnumerateObject().Select(field => field.Name));
            Assert.Equal(known.GetProperty("x").GetDouble() / known.GetProperty("n").GetDouble(), Number(run.Json, "rate"), 1e-12);
            Assert.Equal(known.GetProperty("lo").GetDouble(), Number(run.Json, "low"), tolerance);
            Assert.Equal(known.GetProperty("hi").GetDouble(), Number(run.Json, "high"), tolerance);
            Assert.Equal((Raw(known, "x"), Raw(known, "n"), "wilson"), (Raw(run.Json, "hits"), Raw(run.Json, "of"), Text(run.Json, "method")));
            Assert.Equal(known.GetProperty("level").GetDouble(), Number(run.Json, "level"));
        }
    }

    [Fact]
    public void Rate_AsText_NamesBaseAndInterval() => Assert.Equal(
        "96.78 % (198,883 of 205,500; 95 % Wilson 96.70-96.86 %)\n",
        ToolRun.Of("rate", "--hits", "198883", "--of", "205500").Succeeded());

    [Fact]
    public void Rate_NothingOfNothing_IsNoData()
    {
        var run = ToolRun.Of("rate", "--hits", "0", "--of", "0", "--json");

        Assert.Equal("no data (0 of 0)\n", ToolRun.Of("rate", "--hits", "0", "--of", "0").Succeeded());
        Assert.Equal(0, run.ExitCode);
        Assert.All(["rate", "low", "high"], field => Assert.Equal(JsonValueKind.Null, run.Json.GetProperty(field).ValueKind));
        Assert.Equal("0", Raw(run.Json, "of"));
    }

    [Fact]
    public void Rate_LargestNumbers_IsComputed()
    {
        var most = long.MaxValue.ToString(CultureInfo.InvariantCulture);

        Assert.Equal(1, Number(ToolRun.Of("rate", "--hits", most, "--of", most, "--json").Json, "rate"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("nan")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("-0.5")]
    [InlineData("95")]
    [InlineData("0,95")]
    [InlineData("95%")]
    [InlineData("")]
    [InlineData("1e-999")]
    public void Rate_BadLevel_NamesOptionValueAndRule(string level) => Assert.StartsWith(
        $"--level is '{level}'; it is a number above 0 and below 1, such as 0.95.\n",
        ToolRun.Of("rate", "--hits", "1", "--of", "3", "--level", level).Refused(),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("0.0001")]
    [InlineData("1e-300")]
    [InlineData("0.9999999999999999")]
    public void Rate_ExtremeLevel_IsAnIntervalAroundTheRate(string level)
    {
        var json = ToolRun.Of("rate", "--hits", "1", "--of", "3", "--level", level, "--json").Json;

        Assert.InRange(Number(json, "low"), 0, Number(json, "rate"));
        Assert.InRange(Number(json, "high"), Number(json, "rate"), 1);
    }

    [Theory]
    [InlineData("--hits", "-1")]
    [InlineData("--hits", "1.5")]
    [InlineData("--hits", "1,000")]
    [InlineData("--hits", "many")]
    [InlineData("--hits", "99999999999999999999")]
    [InlineData("--of", "-3")]
    [InlineData("--of", "")]
    public void Rate_BadNumber_NamesOptionValueAndRule(string option, string value) => Assert.StartsWith(
        $"{option} is '{value}'; it is a whole number from 0 to",
        ToolRun.Of("rate", option, value, option == "--of" ? "--hits" : "--of", "3").Refused(),
        StringComparison.Ordinal);

    [Fact]
    public void Rate_MoreHitsThanBase_IsRefused() =>
        Assert.Equal("--hits 5 --of 3: 5 hits are more than the base of 3 cases.\n", ToolRun.Of("rate", "--hits", "5", "--of", "3").Refused());

    [Fact]
    public void Rate_UnknownMethod_TellsWhichThereAre() => Assert.Equal(
        "--method: 'wald' is not an interval method: there is wilson.\n",
        ToolRun.Of("rate", "--hits", "1", "--of", "3", "--method", "wald").Refused());

    [Theory]
    [InlineData("--hits")]
    [InlineData("--of")]
    public void Rate_RequiredOptionMissing_NamesIt(string option)
    {
        string[] other = option == "--of" ? ["--hits", "1"] : ["--of", "1"];

        Assert.StartsWith($"Option '{option}' is required.\n", ToolRun.Of(["rate", .. other]).Refused(), StringComparison.Ordinal);
    }

    private static string Text(JsonElement element, string field) => element.GetProperty(field).GetString()!;

    private static string Raw(JsonElement element, string field) => element.GetProperty(field).GetRawText();

    private static double Number(JsonElement element, string field) => element.GetProperty(field).GetDouble();
}
