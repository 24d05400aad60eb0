namespace CampaignKit.Quickstart;

/// <summary>A folder for one run's database; it goes with the run.</summary>
internal sealed class TemporaryDatabase : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("campaignkit-");

    public string Path => System.IO.Path.Combine(_folder.FullName, "campaign.db");

    public void Dispose() => _folder.Delete(recursive: true);
}
