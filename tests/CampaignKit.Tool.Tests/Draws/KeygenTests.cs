using CampaignKit.Draws;

namespace CampaignKit.Tool.Tests.Draws;

public sealed class KeygenTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    private string Key => _folder.PathOf("operator.pem");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Keygen_NewFile_HoldsTheKeyOfThePublicOnePrinted()
    {
        var pem = ToolRun.Of("draw", "keygen", "--out", Key).Succeeded();

        Assert.Equal(OperatorKey.FromPem(File.ReadAllText(Key)).PublicKey, OperatorPublicKey.FromPem(pem));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Key));
    }

    [Fact]
    public void Keygen_Json_HasTheFingerprint()
    {
        var run = ToolRun.Of("draw", "keygen", "--out", Key, "--json");

        run.Succeeded();
        Assert.Equal(OperatorPublicKey.Parse(run.Json.GetProperty("publicKey").GetString()!).Fingerprint.ToString(), run.Json.GetProperty("fingerprint").GetString());
    }

    [Fact]
    public void Keygen_FileThatIsThere_IsNotOverwritten()
    {
        _folder.Write("operator.pem", "old");

        Assert.Equal($"--out is '{Key}'; that file is there already, and a key is never overwritten.\n", ToolRun.Of("draw", "keygen", "--out", Key).Refused());
        Assert.Equal("old", File.ReadAllText(Key));
    }

    [Fact]
    public void Keygen_PlaceThatCannotBeWritten_SaysSo()
    {
        Assert.StartsWith($"--out is '{Key}/k'; it cannot be written: ", ToolRun.Of("draw", "keygen", "--out", $"{Key}/k").Refused(), StringComparison.Ordinal);
        Assert.Equal("--out is empty; it says where to write.\n", ToolRun.Of("draw", "keygen", "--out", "").Refused());
    }
}
