using System.Text;

namespace CampaignKit.Tool.Tests;

public sealed class WholeOutputTests : IDisposable
{
    private static readonly byte[] New = "new"u8.ToArray();

    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Write_Stopped_LeavesWhatWasThereAndNothingElse()
    {
        var path = _folder.Write("out", "old");

        Assert.Throws<OperationCanceledException>(() => WholeOutput.Write(path, New, new CancellationToken(canceled: true)));
        Assert.Throws<OperationCanceledException>(() => WholeOutput.Write(_folder.PathOf("none"), New, new CancellationToken(canceled: true)));

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder.Root));
    }

    [Fact]
    public void WriteSecret_FileIsThere_LeavesItAndNothingElse()
    {
        var path = _folder.Write("key", "old");

        Assert.Throws<IOException>(() => WholeOutput.WriteSecret(path, New));

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder.Root));
    }

    [Fact]
    public void WriteSecret_LinkThatLeadsNowhere_IsThere()
    {
        File.CreateSymbolicLink(_folder.PathOf("key"), "elsewhere");

        Assert.Throws<IOException>(() => WholeOutput.WriteSecret(_folder.PathOf("key"), New));
        Assert.Equal([_folder.PathOf("key")], Directory.GetFileSystemEntries(_folder.Root));
    }

    [Theory]
    [InlineData("target")]
    [InlineData("folder/target")]
    [InlineData("none")]
    public void Write_SymbolicLink_WritesWhereItLeads(string target)
    {
        _folder.Write("target", "old and longer");
        Directory.CreateSymbolicLink(_folder.PathOf("folder"), _folder.Root);
        File.CreateSymbolicLink(_folder.PathOf("link"), target);

        WholeOutput.Write(_folder.PathOf("link"), New);

        Assert.Equal(target, new FileInfo(_folder.PathOf("link")).LinkTarget);
        Assert.Equal("new", File.ReadAllText(_folder.PathOf(target)));
    }

    [Fact]
    public void Write_LinkThatLeadsToItself_StaysAndIsRefused()
    {
        File.CreateSymbolicLink(_folder.PathOf("link"), "link");

        Assert.ThrowsAny<IOException>(() => WholeOutput.Write(_folder.PathOf("link"), New));
        Assert.Equal("link", new FileInfo(_folder.PathOf("link")).LinkTarget);
    }

    [Fact]
    public void Write_LongestName_IsWritten()
    {
        var path = _folder.PathOf(new string('n', 255));

        WholeOutput.Write(path, New);

        Assert.Equal("new", File.ReadAllText(path));
    }

    [Fact]
    public void Write_File_MayBeReadByWhomANewFileMay()
    {
        var path = _folder.PathOf("out");

        WholeOutput.Write(path, New);
        WholeOutput.Write(path, Encoding.UTF8.GetBytes("again"));
        WholeOutput.WriteSecret(_folder.PathOf("key"), New);

        Assert.Equal("again", File.ReadAllText(path));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(File.GetUnixFileMode(_folder.Write("plain", "")), File.GetUnixFileMode(path));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.PathOf("key")));
        }
    }
}
