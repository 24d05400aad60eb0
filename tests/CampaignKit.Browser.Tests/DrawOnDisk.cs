using CampaignKit.Draws;

namespace CampaignKit.Browser.Tests;

/// <summary>A folder for the files of a draw, gone at the end.</summary>
internal sealed class DrawOnDisk : IDisposable
{
    internal string Folder { get; } = Directory.CreateTempSubdirectory("verify-page-").FullName;

    internal string PagePath => Path.Combine(Folder, DrawFolder.VerifyPageFile);

    internal string TranscriptPath => Path.Combine(Folder, DrawFolder.TranscriptFile);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
