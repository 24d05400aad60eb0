using CampaignKit.EventStore;
using CampaignKit.EventStore.Sqlite;
using CampaignKit.EventStore.Sqlite.Native;

namespace CampaignKit.Grievances.Tests;

public sealed class SqliteCaseDeskTests : CaseDeskContract
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cases");

    static SqliteCaseDeskTests() => SystemSqlite.Use();

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    protected override IEventStore Open() => SqliteEventStore.Open($"Data Source={Path.Combine(_folder.FullName, "cases.db")}");
}
