using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using NodaTime;

namespace CampaignKit.Tool.Tests.Grievances;

public sealed class ReportTests : IDisposable
{
    private const string Map = "id=nr,opened=opened,closed=closed,unit=agency,rating=answer";

    private static readonly string[] Rows =
    [
        "nr,opened,closed,agency,answer",
        "1,2026-01-05,2026-01-06,water,satisfied",
        "2,2026-01-06,2026-01-09,water,dissatisfied",
        "3,2026-01-07,2026-01-08,roads,satisfied",
        "4,2026-01-08,,roads,",
    ];

    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Report_Text_TellsRatesTimesAndWhatIsNotKnown()
    {
        var printed = Report("--as-of", "2026-02-01").Succeeded();

        Assert.StartsWith("cases.csv\n=========\n", printed, StringComparison.Ordinal);
        Assert.Contains("- As of the beginning of 2026-02-01 (UTC);", printed, StringComparison.Ordinal);
        Assert.Contains("- 4 cases, 1 of them open.", printed, StringComparison.Ordinal);
        Assert.Contains("Satisfaction: 66.67 % (2 of 3 valid call-backs; 95 % Wilson 20.77-93.85 %), 100.00 % answered", printed, StringComparison.Ordinal);
        Assert.Contains("What is not known\n", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_Json_HasEveryGroup()
    {
        var json = Report("--by", "unit,week", "--json", "--zone", "Asia/Shanghai", "--title", "January");

        json.Succeeded();
        Assert.Equal(("January", "Asia/Shanghai"), (json.Json.GetProperty("title").GetString(), json.Json.GetProperty("zone").GetString()));
        Assert.Equal([["roads", "2026-W02"], ["water", "2026-W02"]], json.Json.GetProperty("groups").EnumerateArray().Select(g => g.GetProperty("key").EnumerateArray().Select(k => k.GetString())));
    }

    [Theory]
    [InlineData("--markdown", "# cases.csv\n")]
    [InlineData("--html", "<!DOCTYPE html>\n")]
    [InlineData("--json", "{\n  \"title\": \"cases.csv\"")]
    public void Report_Out_IsWrittenAsPrinted(string form, string start)
    {
        var printed = Report(form).Succeeded();
        var path = _folder.PathOf("report");

        Assert.Equal("", Report(form, "--out", path).Succeeded());
        Assert.StartsWith(start, printed, StringComparison.Ordinal);
        Assert.Equal(printed, File.ReadAllText(path));
    }

    [Fact]
    public void Report_Gzip_IsReadByItsFirstBytes()
    {
        var plain = Report("--title", "t").Succeeded();
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress))
            gzip.Write(Encoding.UTF8.GetBytes(string.Join('\n', Rows)));

        Assert.Equal(plain, ToolRun.Of("grievances", "report", _folder.Write("c.csv.gz", packed.ToArray()), "--map", Map, "--title", "t").Succeeded());
    }

    [Fact]
    public void Report_Definition_IsTheOneGiven()
    {
        var definition = _folder.Write(
            "ours.json",
            """
            { "definition": "ours", "version": 7, "answers": { "satisfied": 1000, "dissatisfied": 0 }, "unrated": [],
              "rates": { "response": { "of": "rated", "named": "rated" }, "resolution": { "of": "rated", "named": "rated" }, "satisfaction": { "of": "rated", "named": "rated" } } }
            """);

        Assert.Contains("Definition: ours v7.", Report("--definition", definition).Succeeded(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "--definition {0} is no satisfaction definition:\n  rates: nothing: must be an object\n")]
    [InlineData("", "--definition is '{0}'; the file is empty.\n")]
    [InlineData(" \n", "--definition is '{0}'; the file is empty.\n")]
    public void Report_BadDefinition_NamesOptionAndFile(string text, string message)
    {
        var path = _folder.Write("bad.json", text);

        Assert.StartsWith(message.Replace("{0}", path, StringComparison.Ordinal), Report("--definition", path).Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void Report_Open311_IsReadAsRequests()
    {
        var requests = _folder.Write("r.json", """[{"service_request_id":"1","status":"open","service_name":"Graffiti","requested_datetime":"2026-01-05T10:00:00Z"}]""");

        var printed = ToolRun.Of("grievances", "report", requests, "--preset", "open311", "--by", "category").Succeeded();

        Assert.Contains("- 1 case, open.", printed, StringComparison.Ordinal);
        Assert.Contains("How units compare", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_BadRows_AreToldAndLeftOut()
    {
        var path = _folder.Lines("cases.csv", [.. Rows, "5,soon,,water,", "6,2026-01-09,2026-01-08,water,"]);

        var run = ToolRun.Of("grievances", "report", path, "--map", Map);

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("2 of 6 rows are bad and left out:\n  line 6: opened 'soon': ", run.Error, StringComparison.Ordinal);
        Assert.Contains("\n  line 7: closed '2026-01-08': ", run.Error, StringComparison.Ordinal);
        Assert.Contains("- 4 cases, 1 of them open.", run.Output, StringComparison.Ordinal);
        Assert.Contains("More than 1 bad row. The first are:", ToolRun.Of("grievances", "report", path, "--map", Map, "--bad-rows", "1").Refused(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "2026-01-05,", "1 of 5 rows is bad and left out:\n  line 6: ")]
    [InlineData(12, "2026-01-05,", "12 of 16 rows are bad and left out; the first 10:\n  line 6: ")]
    public void Report_SomeRowsBad_IsASuccessThatTellsThem(int count, string row, string error)
    {
        var run = ToolRun.Of("grievances", "report", _folder.Lines("cases.csv", [.. Rows, .. Enumerable.Repeat(row, count)]), "--map", Map);

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith(error, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, ": no row of 1 makes a case:\n  line 2: opened 'soon': ")]
    [InlineData(11, ": no row of 11 makes a case; the first 10:\n  line 2: opened 'soon': ")]
    public void Report_NoGoodRow_IsRefused(int count, string error)
    {
        var path = _folder.Lines("cases.csv", [Rows[0], .. Enumerable.Repeat("1,soon,,water,", count)]);

        Assert.StartsWith(path + error, ToolRun.Of("grievances", "report", path, "--map", Map).Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void Report_HeaderAlone_IsAFileWithoutCases() =>
        Assert.Contains("There are no cases", ToolRun.Of("grievances", "report", _folder.Lines("cases.csv", Rows[0]), "--map", Map).Succeeded(), StringComparison.Ordinal);

    [Theory]
    [InlineData("", ": The file is empty.\n")]
    [InlineData("\ufeff", ": The file is empty.\n")]
    [InlineData("nr;opened;closed;agency;answer\n1;2026-01-05;;water;\n", "  header: nr;opened;closed;agency;answer: must name columns parted by commas, but seems to part them by ';'; save the file as CSV with commas\n")]
    public void Report_FileWithoutColumns_IsRefusedWithTheReason(string text, string message)
    {
        var path = _folder.Write("cases.csv", text);
        var error = ToolRun.Of("grievances", "report", path, "--map", Map).Refused();

        Assert.StartsWith(path, error, StringComparison.Ordinal);
        Assert.EndsWith(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_UnknownAnswers_AreToldTheMostFrequentFirst()
    {
        string[] answers = ["meh", "so so", "\u001Bb", "meh", "c", "d", "e", new string('x', 200), "so so", "meh"];
        var run = ToolRun.Of("grievances", "report", _folder.Lines("cases.csv", [.. Rows, .. answers.Select((a, i) => $"{i + 10},2026-01-05,2026-01-06,water,{a}")]), "--map", Map);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("Answers that the definition three rates v1 does not know count as no rating: 'meh' (3), 'so so' (2), '\\u001bb' (1), 'c' (1), 'd' (1) and 2 more.\n", run.Error);
    }

    [Theory]
    [InlineData("cases.csv", "FILE")]
    [InlineData("../{0}/cases.csv", "FILE")]
    [InlineData("ours.json", "--definition")]
    [InlineData("link.csv", "FILE")]
    [InlineData("folder/cases.csv", "FILE")]
    public void Report_OutOverAnInput_IsRefusedAndLeavesIt(string name, string input)
    {
        File.CreateSymbolicLink(_folder.PathOf("link.csv"), "cases.csv");
        Directory.CreateSymbolicLink(_folder.PathOf("folder"), _folder.Root);
        _folder.Write("ours.json", "no JSON");
        var path = _folder.PathOf(name.Replace("{0}", Path.GetFileName(_folder.Root), StringComparison.Ordinal));

        Assert.Equal(
            $"--out is '{path}'; that is the file that {input} names, and what is read is not written over.\n",
            Report("--definition", _folder.PathOf("ours.json"), "--out", path).Refused());
        Assert.Equal(Rows, File.ReadAllLines(_folder.PathOf("cases.csv")));
        Assert.Equal("no JSON", File.ReadAllText(_folder.PathOf("ours.json")));
    }

    [Fact]
    public void Report_OutOverAHardLinkToAnInput_ReplacesTheLinkAndKeepsTheInput()
    {
        var (cases, path) = (_folder.Lines("cases.csv", Rows), _folder.PathOf("hard.csv"));
        using (var link = Process.Start("ln", [cases, path]))
            link.WaitForExit();
        Assert.Equal(Rows, File.ReadAllLines(path));

        ToolRun.Of("grievances", "report", cases, "--map", Map, "--out", path).Succeeded();

        Assert.Equal(Rows, File.ReadAllLines(cases));
        Assert.StartsWith("cases.csv\n=========\n", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFileSystemEntries(_folder.Root).Length);
    }

    [Theory]
    [InlineData("none/report", "it cannot be written: there is no such folder.")]
    [InlineData("none/", "that is a folder, not a file.")]
    [InlineData("", "that is a folder, not a file.")]
    public void Report_OutThatIsNoPlaceOfAFile_IsRefused(string name, string rule) =>
        Assert.Equal($"--out is '{_folder.PathOf(name)}'; {rule}\n", Report("--out", _folder.PathOf(name)).Refused());

    [Theory]
    [InlineData("")]
    [InlineData("none.csv/")]
    public void Report_FileThatIsNone_IsToldOfTheFile(string path) =>
        Assert.StartsWith("FILE is ", ToolRun.Of("grievances", "report", path, "--map", Map).Refused(), StringComparison.Ordinal);

    [Fact]
    public void Report_NoFile_NamesWhatIsMissing() =>
        Assert.StartsWith("FILE is missing. The cases, gzipped or not: ", ToolRun.Of("grievances", "report", "--map", Map).Refused(), StringComparison.Ordinal);

    [Theory]
    [InlineData("P109573D", "109,573 days")]
    [InlineData("P1W", "7 days")]
    [InlineData("P1DT-1H60M", "24 h")]
    public void Report_Within_IsTheTimeThatUnitsAreComparedBy(string within, string shown)
    {
        var cases = _folder.Lines("cases.csv", "nr,opened,closed,agency", "1,2026-01-05T00:00:00,2026-01-06T00:00:00,water");

        var run = ToolRun.Of("grievances", "report", cases, "--map", "id=nr,opened=opened,closed=closed,unit=agency", "--within", within, "--json");

        Assert.Contains($"\"name\": \"closed within {shown}\"", run.Succeeded(), StringComparison.Ordinal);
    }

    [Fact]
    public void Report_OutByALinkThatLeadsInACircle_IsNoInput()
    {
        File.CreateSymbolicLink(_folder.PathOf("a"), "b/c");
        File.CreateSymbolicLink(_folder.PathOf("b"), "a");

        Assert.Contains("it cannot be written: ", Report("--out", _folder.PathOf("a")).Refused(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--since is '2026-02-01' and --as-of is '2026-02-01'; the first day lies before the second", "--since", "2026-02-01", "--as-of", "2026-02-01")]
    [InlineData("--since is '2026-02-02' and --as-of is '2026-02-01'; the first day lies before the second", "--since", "2026-02-02", "--as-of", "2026-02-01")]
    [InlineData("--suppress is '5' and --by is 'unit,week'; groups are hidden of one dimension only", "--suppress", "5", "--by", "unit,week")]
    public void Report_OptionsThatDoNotGoTogether_AreRefusedBeforeAnyFileIsRead(string message, params string[] args) => Assert.StartsWith(
        message,
        ToolRun.Of(["grievances", "report", "none.csv", "--map", Map, "--definition", "none.json", .. args]).Refused(),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("--by")]
    [InlineData("--since")]
    [InlineData("--as-of")]
    [InlineData("--zone")]
    [InlineData("--preset")]
    [InlineData("--map")]
    [InlineData("--within")]
    [InlineData("--minimum")]
    [InlineData("--suppress")]
    [InlineData("--bad-rows")]
    [InlineData("--nothing")]
    public void Report_LongBadArgument_IsShownInPart(string option)
    {
        string[] map = option is "--map" or "--preset" ? [] : ["--map", Map];

        var error = ToolRun.Of(["grievances", "report", "none.csv", .. map, option, new string('x', 9000)]).Refused();

        Assert.Contains($"'{new string('x', 80)}", error, StringComparison.Ordinal);
        Assert.Contains("…'", error, StringComparison.Ordinal);
        Assert.InRange(error.Length, 100, 900);
    }

    [Fact]
    public void Report_BadRowsThatSteerATerminal_AreToldAsCodes()
    {
        var path = _folder.Lines("cases.csv", [.. Rows, "5,\u001B[31msoon\u001B[0m,,water,"]);

        var run = ToolRun.Of("grievances", "report", path, "--map", Map);

        Assert.Contains("line 6: opened '\\u001B[31msoon\\u001B[0m': ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001B', run.Error);
        Assert.DoesNotContain('\u001B', ToolRun.Of("grievances", "report", path, "--map", Map, "--bad-rows", "0").Refused());
    }

    [Fact]
    public void Report_DateFarAway_IsABadRow()
    {
        var path = _folder.Lines("cases.csv", [.. Rows, "5,2026-01-05,9999-12-31,water,", "6,9999-12-31,,water,"]);

        var run = ToolRun.Of("grievances", "report", path, "--map", Map, "--html");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("line 6: closed '9999-12-31': must lie between 1900-01-01 and 2200-01-01", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("K\u00F6ln", "is not UTF-8; convert it.")]
    [InlineData("\"water", "The quote opened on line 6 is not closed up to the end of the file.")]
    public void Report_FileThatCannotBeReadThrough_IsRefusedWithTheLine(string unit, string message) => Assert.Contains(
        message,
        ToolRun.Of("grievances", "report", _folder.Write("cases.csv", Encoding.Latin1.GetBytes(string.Join('\n', [.. Rows, $"5,2026-01-05,,{unit},"]))), "--map", Map).Refused(),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("--map \"opened=COLUMN,closed=COLUMN,unit=COLUMN\"; here is neither.")]
    [InlineData("--preset is 'paris'; it is boston, campaignkit, chicago, nyc or open311.", "--preset", "paris")]
    [InlineData("How the file is read is told by --preset NAME (boston, campaignkit, chicago, nyc or open311) or by", "--preset", "nyc", "--map", Map)]
    [InlineData("COLUMN\"; here is both.", "--preset", "nyc", "--map", Map)]
    [InlineData("--title is ' '; it is a text that is not blank.", "--map", Map, "--title", " ")]
    [InlineData("--within is 'P9999999D'; it is a duration in whole seconds, such as PT2H, of at most 109,573 days.", "--map", Map, "--within", "P9999999D")]
    [InlineData("--within is 'P109574D'; it is a duration", "--map", Map, "--within", "P109574D")]
    [InlineData("--within is 'PT9223372036854775807S'; it is a duration", "--map", Map, "--within", "PT9223372036854775807S")]
    [InlineData("--within is 'P2147483647WT9223372036854775807H'; it is a duration", "--map", Map, "--within", "P2147483647WT9223372036854775807H")]
    [InlineData("--within is 'PT1.5S'; it is a duration", "--map", Map, "--within", "PT1.5S")]
    [InlineData("--within is 'P1M'; it is a duration", "--map", Map, "--within", "P1M")]
    [InlineData("--within is 'P-1D'; it is a duration", "--map", Map, "--within", "P-1D")]
    [InlineData("--map is 'unit=agency':\n  opened", "--map", "unit=agency")]
    [InlineData("no such column: must be one column", "--map", "opened=no such column")]
    [InlineData("--by: 'colour' is nothing to group by", "--map", Map, "--by", "unit,colour")]
    [InlineData("unit stands twice", "--map", Map, "--by", "unit,unit")]
    [InlineData("--as-of is 'tomorrow'; it is a date such as", "--map", Map, "--as-of", "tomorrow")]
    [InlineData("--zone is 'Mars'; it is a zone of the tz database", "--map", Map, "--zone", "Mars")]
    [InlineData("There is one form; here are --json and --html.", "--map", Map, "--json", "--html")]
    [InlineData("--minimum is '0'; it is a whole number", "--map", Map, "--minimum", "0")]
    [InlineData("--within is 'PT1S'; it is at least one minute.", "--map", Map, "--within", "PT1S")]
    [InlineData("--as-of is '-9998-01-01'; it is a date such as 2013-07-01, from 1900-01-01 to 2200-01-01.", "--map", Map, "--as-of", "-9998-01-01", "--zone", "Asia/Shanghai")]
    [InlineData("--since is '2200-01-02'; it is a date such as", "--map", Map, "--since", "2200-01-02")]
    [InlineData("--suppress is '50': There are too few cases in all", "--map", Map, "--suppress", "50")]
    [InlineData("--suppress is '0'; it is a whole number", "--map", Map, "--suppress", "0")]
    [InlineData("--definition is 'none.json'; there is no such file.", "--map", Map, "--definition", "none.json")]
    public void Report_BadArgument_IsRefusedWithTheRule(string message, params string[] args) =>
        Assert.Contains(message, ToolRun.Of(["grievances", "report", _folder.Lines("cases.csv", Rows), .. args]).Refused(), StringComparison.Ordinal);

    [Fact]
    public void Report_Progress_IsDrawnAndTakenAwayAgain()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var screen = new StringWriter();

        var code = CommandLine.Run(["grievances", "report", _folder.Lines("cases.csv", Rows), "--map", Map], output, error, new FixedClock(Instant.MinValue), screen);

        Assert.Equal(0, code);
        Assert.StartsWith("\rreading 4 rows", screen.ToString(), StringComparison.Ordinal);
        Assert.EndsWith($"\r{new string(' ', "reading 4 rows".Length)}\r", screen.ToString(), StringComparison.Ordinal);
    }

    private ToolRun Report(params string[] args) => ToolRun.Of(["grievances", "report", _folder.Lines("cases.csv", Rows), "--map", Map, .. args]);
}
