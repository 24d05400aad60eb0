namespace CampaignKit.EventStore.Tests;

/// <summary>A folder of a test's own, gone after it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("campaignkit-");

    public string Database => Path.Combine(_folder.FullName, "campaigns.db");

    public string ConnectionString => "Data Source=" + Database;

    public void Dispose() => _folder.Delete(recursive: true);
}
