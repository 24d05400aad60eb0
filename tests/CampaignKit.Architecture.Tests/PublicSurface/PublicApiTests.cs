namespace CampaignKit.Architecture.Tests;

public sealed class PublicApiTests
{
    private const string Accept = "CAMPAIGNKIT_ACCEPT_API=1 dotnet test tests/CampaignKit.Architecture.Tests";

    [Theory]
    [MemberData(nameof(House.Libraries), MemberType = typeof(House))]
    public void Library_PublicSurface_IsTheOneAccepted(string name)
    {
        var package = House.Get(name);
        var file = Path.Combine(package.Folder, "PublicApi.txt");
        string[] accepted = File.Exists(file) ? File.ReadAllLines(file) : [];
        string[] actual = [$"# The public surface of {name}. A wanted change is accepted with: {Accept}", "", .. PublicApi.Of(package.Assembly)];
        actual = [.. actual.AsSpan().TrimEnd("")];
        if (File.Exists(file) && actual.SequenceEqual(accepted))
            return;

        var diff = string.Join('\n', LineDiff.Between(accepted, actual));
        if (Environment.GetEnvironmentVariable("CAMPAIGNKIT_ACCEPT_API") == "1")
        {
            File.WriteAllLines(file, actual);
            Assert.Fail($"src/{name}/PublicApi.txt was rewritten; review it and run again without CAMPAIGNKIT_ACCEPT_API.\n{diff}");
        }

        Assert.Fail($"The public surface of {name} is not that of src/{name}/PublicApi.txt. If the change is wanted: {Accept}\n{diff}");
    }

    [Fact]
    public void Tool_PublicSurface_IsEmpty() =>
        Findings.AssertNone(PublicApi.Of(House.Get("CampaignKit.Tool").Assembly), "The tool is a program: all its types are internal.");
}
