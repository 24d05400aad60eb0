using System.Globalization;
using System.Text.Json;

namespace CampaignKit.Tool.Tests.Rates;

public sealed class RateTests
{
    private static readonly JsonElement[] TwoSided = [.. JsonDocument
        .Parse(File.ReadAllText(SharedFiles.Beside("Vectors/proportion_ci.json"))).RootElement.GetProperty("cases").EnumerateArray()
        .Where(known => Text(known, "side") == "two-sided")];

    private static readonly JsonElement[] Differences = [.. JsonDocument
        .Parse(File.ReadAllText(SharedFiles.Beside("Vectors/proportion_diff_ci.json"))).RootElement.GetProperty("cases").EnumerateArray()];

    public static TheoryData<string> Ids => [.. TwoSided.Select(known => Text(known, "id")).Distinct()];

    [Fact]
    public void Ids_OfTheFile_AreAllButTheOneSided() => Assert.Equal(323, TwoSided.Length);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rate_OfPublishedCase_HasItsInterval(string id)
    {
        foreach (var known in TwoSided.Where(known => Text(known, "id") == id))
        {
            var run = ToolRun.Of("rate", "--hits", Raw(known, "x"), "--of", Raw(known, "n"), "--method", Text(known, "method"), "--level", Raw(known, "level"), "--json");
            var tolerance = known.GetProperty("tol").GetDouble();

            run.Succeeded();
            var unclipped = run.Json.TryGetProperty("unclippedLow", out _);
            Assert.Equal(
                ["rate", "low", "high", .. unclipped ? ["unclippedLow", "unclippedHigh"] : Array.Empty<string>(), "hits", "of", "method", "level"],
                run.Json.EnumerateObject().Select(field => field.Name));
            var asComputed = unclipped && known.TryGetProperty("clipped", out var clipped) && !clipped.GetBoolean();
            Assert.Equal(known.GetProperty("x").GetDouble() / known.GetProperty("n").GetDouble(), Number(run.Json, "rate"), 1e-12);
            Assert.Equal(known.GetProperty("lo").GetDouble(), Number(run.Json, asComputed ? "unclippedLow" : "low"), tolerance);
            Assert.Equal(known.GetProperty("hi").GetDouble(), Number(run.Json, asComputed ? "unclippedHigh" : "high"), tolerance);
            Assert.Equal((Raw(known, "x"), Raw(known, "n"), Text(known, "method")), (Raw(run.Json, "hits"), Raw(run.Json, "of"), Text(run.Json, "method")));
            Assert.Equal(known.GetProperty("level").GetDouble(), Number(run.Json, "level"));
        }
    }

    [Theory]
    [InlineData("100000000000000000", "jeffreys", "0.999999999999")]
    [InlineData("9223372036854775807", "wilson", "0.95")]
    public void Rate_OneOfVeryMany_EndsAndLiesWithin(string count, string method, string level)
    {
        var run = ToolRun.Of("rate", "--hits", "1", "--of", count, "--method", method, "--level", level, "--json");

        run.Succeeded();
        Assert.InRange(Number(run.Json, "rate"), Number(run.Json, "low"), Number(run.Json, "high"));
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

    [Fact]
    public void Rate_HitsInPart_AreThoseOfTheReports()
    {
        Assert.Equal("95.00 % (1.9 of 2; 95 % Wilson 30.94-99.88 %)\n", ToolRun.Of("rate", "--hits", "1.9", "--of", "2").Succeeded());
        Assert.Equal("1.9", Raw(ToolRun.Of("rate", "--hits", "1.9", "--of", "2", "--json").Json, "hits"));
        Assert.StartsWith("+5.00 points", ToolRun.Of("rate", "--hits", "2", "--of", "2", "--diff", "1.9", "2").Succeeded().Split('\n')[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--hits", "-1")]
    [InlineData("--hits", "1.0000005")]
    [InlineData("--hits", "1,000")]
    [InlineData("--hits", "many")]
    [InlineData("--hits", "99999999999999999999")]
    [InlineData("--of", "-3")]
    [InlineData("--of", "")]
    public void Rate_BadNumber_NamesOptionValueAndRule(string option, string value) => Assert.StartsWith(
        $"{option} is '{value}'; it is a {(option == "--of" ? "whole " : "")}number from 0 to",
        ToolRun.Of("rate", option, value, option == "--of" ? "--hits" : "--of", "3").Refused(),
        StringComparison.Ordinal);

    [Fact]
    public void Rate_MoreHitsThanBase_IsRefused()
    {
        Assert.Equal("--hits 5 --of 3: 5 hits are more than the base of 3 cases.\n", ToolRun.Of("rate", "--hits", "5", "--of", "3").Refused());
        Assert.Equal("--hits 1 --of 0: 1 hit is more than the base of 0 cases.\n", ToolRun.Of("rate", "--hits", "1", "--of", "0").Refused());
    }

    [Fact]
    public void Rate_UnknownMethod_TellsWhichThereAre() => Assert.Equal(
        "--method: 'wlad' is not an interval method: there is wald, wilson, wilson-cc, agresti-coull, jeffreys, jeffreys-equal-tail, clopper-pearson, mid-p.\n",
        ToolRun.Of("rate", "--hits", "1", "--of", "3", "--method", "wlad").Refused());

    [Theory]
    [InlineData("newcombe", "wilson")]
    [InlineData("agresti-caffo", "agresti-coull")]
    public void Rate_MethodOfDifferencesAlone_TellsTheOneOfRates(string method, string ofOne) => Assert.Equal(
        $"--method is '{method}'; that is a method of differences, which --diff asks for; of one rate it is {ofOne}.\n",
        ToolRun.Of("rate", "--hits", "1", "--of", "3", "--method", method).Refused());

    [Fact]
    public void Rate_Named_SaysWhatTheBaseIs()
    {
        Assert.Equal("33.33 % (1 of 3 rated cases; 95 % mid-p 1.67-86.80 %)\n", ToolRun.Of("rate", "--hits", "1", "--of", "3", "--named", "rated cases", "--method", "mid-p").Succeeded());
        Assert.Equal("rated cases", Text(ToolRun.Of("rate", "--hits", "1", "--of", "3", "--named", "rated cases", "--json").Json, "named"));
        Assert.Equal("--named is ' '; it is a text that is not blank.\n", ToolRun.Of("rate", "--hits", "1", "--of", "3", "--named", " ").Refused());
        Assert.Equal(
            "--hits 5 --of 3: 5 hits are more than the base of 3 rated cases.\n",
            ToolRun.Of("rate", "--hits", "5", "--of", "3", "--named", "rated cases").Refused());
    }

    [Theory]
    [InlineData("-1", "3", "--diff has the hits '-1'; they are a number from 0 to 9,223,372,036,854,775,807, whole or with a fraction of up to six digits, such as 1.9.")]
    [InlineData("1", "-3", "--diff has the base '-3'; it is a whole number from 0 to 9,223,372,036,854,775,807.")]
    [InlineData("1", "1.5", "--diff has the base '1.5'; it is a whole number from 0 to 9,223,372,036,854,775,807.")]
    [InlineData("1", "many", "--diff has the base 'many'; it is a whole number from 0 to 9,223,372,036,854,775,807.")]
    public void Rate_BadDiff_NamesOptionValueAndRule(string hits, string count, string complaint) => Assert.StartsWith(
        $"{complaint}\n",
        ToolRun.Of("rate", "--hits", "1", "--of", "3", "--diff", hits, count).Refused(),
        StringComparison.Ordinal);

    [Fact]
    public void Rate_DiffThatCannotBe_IsRefused()
    {
        Assert.StartsWith("--diff is '1' alone; it is two numbers, hits and base.\n", ToolRun.Of("rate", "--hits", "1", "--of", "3", "--diff", "1").Refused(), StringComparison.Ordinal);
        Assert.Equal("--diff 5 3: 5 hits are more than the base of 3 cases.\n", ToolRun.Of("rate", "--hits", "1", "--of", "3", "--diff", "5", "3").Refused());
        Assert.Equal(
            "--method: 'jeffreys' gives no interval of a difference: there is wilson, newcombe, wilson-cc, newcombe-cc, agresti-coull, agresti-caffo, wald.\n",
            ToolRun.Of("rate", "--hits", "1", "--of", "3", "--diff", "1", "4", "--method", "jeffreys").Refused());
    }

    [Fact]
    public void Rate_Diff_IsBothRatesAndTheirDifference()
    {
        Assert.Equal(
            "96.00 % (960 of 1,000; 95 % Wilson 94.60-97.05 %)\n94.00 % (940 of 1,000; 95 % Wilson 92.35-95.31 %)\n+2.00 points (95 % Newcombe +0.08 to +3.95)\n",
            ToolRun.Of("rate", "--hits", "960", "--of", "1000", "--diff", "940", "1000").Succeeded());
        Assert.EndsWith("no data (0 of 0)\nno difference, for want of data\n", ToolRun.Of("rate", "--hits", "1", "--of", "2", "--diff", "0", "0").Succeeded(), StringComparison.Ordinal);
    }

    public static TheoryData<string> DiffIds => [.. Differences.Select(known => Text(known, "id")).Distinct()];

    [Theory]
    [MemberData(nameof(DiffIds))]
    public void Rate_DiffOfPublishedCase_HasItsInterval(string id)
    {
        foreach (var known in Differences.Where(known => Text(known, "id") == id))
        {
            var json = ToolRun.Of(
                "rate", "--hits", Raw(known, "x1"), "--of", Raw(known, "n1"), "--diff", Raw(known, "x2"), Raw(known, "n2"),
                "--method", Text(known, "method"), "--level", Raw(known, "level"), "--json").Json;
            var difference = json.GetProperty("difference");
            var (low, high) = difference.TryGetProperty("unclippedLow", out _) ? ("unclippedLow", "unclippedHigh") : ("low", "high");
            var tolerance = known.GetProperty("tol").GetDouble();

            Assert.Equal(Number(json, "rate") - Number(json.GetProperty("other"), "rate"), Number(difference, "value"), 1e-15);
            Assert.Equal(Number(known, "lo"), Number(difference, low), tolerance);
            Assert.Equal(Number(known, "hi"), Number(difference, high), tolerance);
            Assert.Equal(Text(known, "method"), Text(difference, "method"));
        }
    }

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
