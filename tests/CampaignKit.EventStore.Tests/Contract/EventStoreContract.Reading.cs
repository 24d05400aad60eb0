namespace CampaignKit.EventStore.Tests;

public abstract partial class EventStoreContract
{
    [Fact]
    public async Task Read_UnknownCampaignAndStream_AreEmpty()
    {
        Assert.Empty(await ReadAsync());
        Assert.Empty(await ReadStreamAsync("ann"));
        await CommitAsync("bob", Event("1"));
        Assert.Empty(await ReadStreamAsync("ann"));
    }

    [Fact]
    public async Task Read_FromEveryCursor_GivesExactlyTheRest()
    {
        // More than one page of any store under test.
        for (var i = 0; i < 10; i++)
            await CommitAsync("ann", Event($"{i}"), Event($"{i}'"));

        var all = await ReadAsync();
        for (var after = 0; after <= 20; after++)
        {
            Assert.Equal(all.Skip(after), await ReadAsync(after));
            Assert.Equal(all.Skip(after), await ReadStreamAsync("ann", after));
        }
    }

    [Fact]
    public async Task ReadStream_AmongOthers_GivesItsOwnEventsInOrder()
    {
        for (var i = 0; i < 5; i++)
        {
            await CommitAsync("ann", Event($"a{i}"));
            await CommitAsync("bob", Event($"b{i}"));
        }

        var bob = await ReadStreamAsync("bob");

        Assert.Equal([1L, 2, 3, 4, 5], bob.Select(e => e.Version));
        Assert.Equal([2L, 4, 6, 8, 10], bob.Select(e => e.Position));
        Assert.All(bob, e => Assert.Equal("bob", e.Stream));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 3)]
    public async Task Read_CursorBeyondHead_Throws(int events, long cursor)
    {
        for (var i = 0; i < events; i++)
            await CommitAsync("ann", Event("1"));

        var campaign = await Assert.ThrowsAsync<CursorBeyondHeadException>(() => ReadAsync(cursor));
        var stream = await Assert.ThrowsAsync<CursorBeyondHeadException>(() => ReadStreamAsync("ann", cursor));
        await Assert.ThrowsAsync<CursorBeyondHeadException>(async () => await Store.WaitForMoreAsync(Campaign, cursor));

        Assert.Equal((cursor, (long)events), (campaign.Cursor, campaign.Head));
        Assert.Equal((cursor, (long)events), (stream.Cursor, stream.Head));
    }

    [Fact]
    public async Task Read_NegativeCursor_Throws()
    {
        await Assert.ThrowsAsync<ArgumentException>("after", () => ReadAsync(-1));
        await Assert.ThrowsAsync<ArgumentException>("after", () => ReadStreamAsync("ann", -1));
        await Assert.ThrowsAsync<ArgumentException>("after", async () => await Store.WaitForMoreAsync(Campaign, -1));
    }

    [Fact]
    public async Task Read_AppendsHappenMeanwhile_EndsAtTheHeadOfItsStart()
    {
        for (var i = 0; i < 6; i++)
            await CommitAsync("ann", Event("before"));

        var seen = new List<long>();
        await foreach (var e in Store.ReadCampaignAsync(Campaign, 0))
        {
            seen.Add(e.Position);
            await CommitAsync("ann", Event("meanwhile"));
        }

        Assert.Equal([1L, 2, 3, 4, 5, 6], seen);
        Assert.Equal(12, (await ReadAsync()).Count);
    }

    [Fact]
    public async Task Read_Cancelled_Ends()
    {
        await CommitAsync("ann", Event("1"), Event("2"));
        using var source = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var e in Store.ReadCampaignAsync(Campaign, 0, source.Token))
                await source.CancelAsync();
        });
    }

    [Fact]
    public async Task WaitForMore_AlreadyMore_CompletesAtOnce()
    {
        await CommitAsync("ann", Event("1"));

        await Store.WaitForMoreAsync(Campaign, 0);
    }

    [Fact]
    public async Task WaitForMore_AppendComes_Wakes()
    {
        await CommitAsync("ann", Event("1"));
        var waits = Enumerable.Range(0, 3).Select(_ => Store.WaitForMoreAsync(Campaign, 1).AsTask()).ToList();
        var firstEver = Store.WaitForMoreAsync("new", 0).AsTask();
        await Store.AppendAsync("other", new Append(NextId(), "ann", ExpectedVersion.Any, Event("1")));
        Assert.All(waits, wait => Assert.False(wait.IsCompleted));

        await CommitAsync("ann", Event("2"));
        await Store.AppendAsync("new", new Append(NextId(), "ann", ExpectedVersion.Any, Event("1")));

        await Task.WhenAll([.. waits, firstEver]);
    }

    [Fact]
    public async Task WaitForMore_Cancelled_Ends()
    {
        using var source = new CancellationTokenSource();
        var wait = Store.WaitForMoreAsync(Campaign, 0, source.Token).AsTask();

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
    }

    [Fact]
    public async Task WaitForMore_StoreDisposed_EndsWithError()
    {
        var wait = Store.WaitForMoreAsync(Campaign, 0).AsTask();

        await Store.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => wait);
    }
}
