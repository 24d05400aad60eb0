namespace CampaignKit.EventStore.Tests;

public abstract partial class EventStoreContract
{
    private ISnapshotStore Snapshots => (ISnapshotStore)Store;

    [Fact]
    public async Task LoadSnapshot_NoneSaved_IsNull()
    {
        Assert.Null(await Snapshots.LoadSnapshotAsync(Campaign, "board"));
        await CommitAsync("ann", Event("1"));
        Assert.Null(await Snapshots.LoadSnapshotAsync(Campaign, "board"));
    }

    [Fact]
    public async Task SaveSnapshot_Twice_TheLaterOneIsLoaded()
    {
        await CommitAsync("ann", Event("1"), Event("2"));
        var buffer = "one"u8.ToArray();
        var first = new Snapshot(1, buffer);
        buffer[0] = 0;

        await Snapshots.SaveSnapshotAsync(Campaign, "board", first);
        await Snapshots.SaveSnapshotAsync(Campaign, "tally", new Snapshot(2, default));
        Assert.Equal(new Snapshot(1, "one"u8.ToArray()), await Snapshots.LoadSnapshotAsync(Campaign, "board"));
        await Snapshots.SaveSnapshotAsync(Campaign, "board", new Snapshot(2, "two"u8.ToArray()));

        Assert.Equal(new Snapshot(2, "two"u8.ToArray()), await Snapshots.LoadSnapshotAsync(Campaign, "board"));
        Assert.Equal(new Snapshot(2, default), await Snapshots.LoadSnapshotAsync(Campaign, "tally"));
        Assert.Null(await Snapshots.LoadSnapshotAsync("other", "board"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task SaveSnapshot_BeyondHead_Throws(int events)
    {
        for (var i = 0; i < events; i++)
            await CommitAsync("ann", Event("1"));

        await Assert.ThrowsAsync<CursorBeyondHeadException>(async () => await Snapshots.SaveSnapshotAsync(Campaign, "board", new Snapshot(events + 1, default)));
        Assert.Null(await Snapshots.LoadSnapshotAsync(Campaign, "board"));
    }
}
