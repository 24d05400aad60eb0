using CampaignKit.EventStore.Sqlite;
using CampaignKit.EventStore.Sqlite.Native;

namespace CampaignKit.EventStore.Tests;

public sealed class SqliteContractTests : EventStoreContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    static SqliteContractTests() => SystemSqlite.Use();

    // Small pages and batches, so that their edges are met.
    protected override ValueTask<IEventStore> OpenAsync() => ValueTask.FromResult<IEventStore>(SqliteEventStore.Open(
        new SqliteEventStoreOptions { ConnectionString = _folder.ConnectionString, PageEvents = 4, BatchEvents = 16 }));

    public void Dispose() => _folder.Dispose();
}
