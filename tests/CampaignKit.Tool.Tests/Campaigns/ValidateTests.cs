using System.Text.Json;

namespace CampaignKit.Tool.Tests.Campaigns;

public sealed class ValidateTests : IDisposable
{
    private static readonly string Sample = SharedFiles.Beside("changning.campaign.json");

    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Validate_Sample_CountsItsParts() => Assert.Matches(
        @"^changning v1 is valid: 2 units, 7 tasks, 2 goals, 1 draw; digest [0-9a-f]{64}\n$",
        ToolRun.Of("validate", Sample).Succeeded());

    [Fact]
    public void Validate_SampleAsJson_HasNoProblems()
    {
        var run = ToolRun.Of("validate", Sample, "--json");

        run.Succeeded();
        Assert.Equal(["isValid", "campaign", "version", "digest", "problems"], run.Json.EnumerateObject().Select(field => field.Name));
        Assert.True(run.Json.GetProperty("isValid").GetBoolean());
        Assert.Equal(("changning", 1), (run.Json.GetProperty("campaign").GetString(), run.Json.GetProperty("version").GetInt32()));
        Assert.Equal(CampaignFile.Load(Sample).Digest.ToString(), run.Json.GetProperty("digest").GetString());
        Assert.Equal(0, run.Json.GetProperty("problems").GetArrayLength());
    }

    [Fact]
    public void Validate_SeveralProblems_ListsThemAll()
    {
        var file = Broken();

        var complaint = ToolRun.Of("validate", file).Refused();

        CampaignFile.TryLoad(file, out _, out var problems);
        Assert.True(problems.Count > 1);
        Assert.Equal([$"{file} is not a valid campaign ({problems.Count} problems):", .. problems.Select(problem => $"  {problem}"), ""], complaint.Split('\n'));
        Assert.Contains("Mars/Olympus", complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_SeveralProblemsAsJson_HasPathValueAndRule()
    {
        var file = Broken();

        var run = ToolRun.Of("validate", file, "--json");

        CampaignFile.TryLoad(file, out _, out var problems);
        Assert.Equal(2, run.ExitCode);
        Assert.False(run.Json.GetProperty("isValid").GetBoolean());
        Assert.All(["campaign", "version", "digest"], field => Assert.Equal(JsonValueKind.Null, run.Json.GetProperty(field).ValueKind));
        Assert.Equal(
            problems.Select(problem => (problem.Path, problem.Value, problem.Rule)),
            run.Json.GetProperty("problems").EnumerateArray().Select(problem => (Text(problem, "path"), Text(problem, "value"), Text(problem, "rule"))));
        Assert.NotEqual("", run.Error);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"id\":")]
    [InlineData("{\"id\": \"\\ud800\"}")]
    [InlineData("{\"\\ud800\": 1}")]
    public void Validate_NoDefinition_SaysSo(string text) =>
        Assert.Contains("is not a valid campaign (", ToolRun.Of("validate", _folder.Write("c.json", text)).Refused(), StringComparison.Ordinal);

    [Fact]
    public void Validate_BytesOfNoText_SaysSo() => ToolRun.Of("validate", _folder.Write("c.json", [0x7b, 0xff, 0x00, 0xfe])).Refused();

    [Fact]
    public void Validate_TruncatedAnywhere_IsRefused()
    {
        var text = File.ReadAllBytes(Sample);
        for (var length = 0; length < text.AsSpan().TrimEnd("\n "u8).Length; length += 97)
            ToolRun.Of("validate", _folder.Write("c.json", text[..length])).Refused();
    }

    [Fact]
    public void Validate_NoSuchFile_SaysSo() => Assert.Equal(
        $"CAMPAIGN.json is '{_folder.PathOf("none.json")}'; there is no such file.\n",
        ToolRun.Of("validate", _folder.PathOf("none.json")).Refused());

    [Fact]
    public void Validate_Folder_SaysSo() =>
        Assert.Equal($"CAMPAIGN.json is '{_folder.Root}'; that is a folder, not a file.\n", ToolRun.Of("validate", _folder.Root, "--json").Refused());

    [Fact]
    public void Validate_NoFile_AsksForOne() =>
        Assert.EndsWith("See campaignkit validate --help.\n", ToolRun.Of("validate").Refused(), StringComparison.Ordinal);

    private static string Text(JsonElement element, string field) => element.GetProperty(field).GetString()!;

    private string Broken() => _folder.Write("broken.json", File.ReadAllText(Sample)
        .Replace("Asia/Shanghai", "Mars/Olympus", StringComparison.Ordinal)
        .Replace("\"version\": 1", "\"version\": -1", StringComparison.Ordinal));
}
