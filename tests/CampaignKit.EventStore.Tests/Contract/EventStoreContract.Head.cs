namespace CampaignKit.EventStore.Tests;

public abstract partial class EventStoreContract
{
    [Fact]
    public async Task Head_EmptyCampaign_IsZero() => Assert.Equal(0, await Store.HeadAsync(Campaign));

    [Fact]
    public async Task Head_AfterEachAppend_IsTheLastPosition()
    {
        for (var i = 0; i < 5; i++)
        {
            var committed = await CommitAsync($"stream {i % 2}", Event("1"), Event("2"));
            Assert.Equal(committed.LastPosition, await Store.HeadAsync(Campaign));
        }

        Assert.Equal((await ReadAsync())[^1].Position, await Store.HeadAsync(Campaign));
    }

    [Fact]
    public async Task Head_AppendThatWroteNothing_StaysAsItWas()
    {
        var append = new Append(NextId(), "ann", ExpectedVersion.None, Event("1"));
        await Store.AppendAsync(Campaign, append);
        await Store.AppendAsync(Campaign, append);
        await Store.AppendAsync(Campaign, new Append(append.Id, "ann", ExpectedVersion.None, Event("2")));
        await Store.AppendAsync(Campaign, new Append(NextId(), "ann", ExpectedVersion.None, Event("2")));

        Assert.Equal(1, await Store.HeadAsync(Campaign));
    }

    [Fact]
    public async Task Head_OtherCampaigns_AreIndependent()
    {
        await CommitAsync("ann", Event("1"), Event("2"));
        await Store.AppendAsync("other", new Append(NextId(), "ann", ExpectedVersion.Any, Event("1")));

        Assert.Equal((2, 1, 0), (await Store.HeadAsync(Campaign), await Store.HeadAsync("other"), await Store.HeadAsync("none")));
    }

    [Fact]
    public async Task Head_AfterImport_IsItsCount()
    {
        await Store.ImportAsync(Campaign, SourceAsync(37));

        Assert.Equal(37, await Store.HeadAsync(Campaign));
    }

    [Fact]
    public async Task Head_Cancelled_Ends()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store.HeadAsync(Campaign, source.Token));
    }

    [Fact]
    public async Task Head_NotAName_Throws()
    {
        foreach (var campaign in new[] { "", "half " + (char)0xD83E })
            await Assert.ThrowsAsync<ArgumentException>("campaign", async () => await Store.HeadAsync(campaign));
    }

    [Fact]
    public async Task Head_StoreDisposed_Throws()
    {
        await Store.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await Store.HeadAsync(Campaign));
    }
}
