using CampaignKit.EventStore.Sqlite;
using CampaignKit.EventStore.Sqlite.Native;

namespace CampaignKit.EventStore.Tests;

/// <summary>The examples of the two packages' READMEs.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public async Task Port_Example_AppendsAndReads()
    {
        await using var store = new InMemoryEventStore();

        var append = new Append(AppendId.Of("check-in 17"), "participant/7", ExpectedVersion.None, new NewEvent("checked-in", "{}"u8.ToArray()));
        var answer = await store.AppendAsync("changning", append) switch
        {
            AppendCommitted committed => $"written at {committed.LastPosition}",
            AppendDuplicate duplicate => $"written before, at {duplicate.First.LastPosition}",
            AppendConflict conflict => $"{conflict.Stream} is at {conflict.ActualVersion}",
            _ => "this id was used for something else",
        };

        Assert.Equal("written at 1", answer);
        await foreach (var e in store.ReadCampaignAsync("changning", after: 0))
            Assert.Equal("1 participant/7 1 checked-in", $"{e.Position} {e.Stream} {e.Version} {e.Type}");
    }

    [Fact]
    public async Task Sqlite_Example_AppendsAndKeepsASnapshot()
    {
        SystemSqlite.Use();
        using var folder = new TemporaryFolder();
        await using var store = SqliteEventStore.Open(folder.ConnectionString);

        var append = new Append(AppendId.Of("check-in 17"), "participant/7", ExpectedVersion.None, new NewEvent("checked-in", "{}"u8.ToArray()));
        var answer = await store.AppendAsync("changning", append);
        Assert.Equal(1, answer.Stored?.LastPosition);

        await store.SaveSnapshotAsync("changning", "board-v1", new Snapshot(position: 1, "{}"u8.ToArray()));
        Assert.NotNull(await store.LoadSnapshotAsync("changning", "board-v1"));
    }
}
