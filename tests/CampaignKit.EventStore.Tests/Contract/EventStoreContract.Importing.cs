using System.Runtime.CompilerServices;

namespace CampaignKit.EventStore.Tests;

public abstract partial class EventStoreContract
{
    // More than one chunk of any store under test.
    private const int ManyEvents = 5_000;

    [Fact]
    public async Task Import_IntoEmptyCampaign_NumbersInOrderAndGoesOn()
    {
        Assert.Equal(ManyEvents, await Store.ImportAsync(Campaign, SourceAsync(ManyEvents)));

        var stored = await ReadAsync();
        Assert.Equal(Enumerable.Range(1, ManyEvents).Select(i => (long)i), stored.Select(e => e.Position));
        Assert.All(stored, e => Assert.Equal(((e.Position - 1) / 7) + 1, e.Version));
        Assert.Equal(new StoredEvent(9, "stream 1", 2, "noted", "8"u8.ToArray()), stored[8]);
        Assert.Equal(stored.Where(e => e.Stream == "stream 3"), await ReadStreamAsync("stream 3"));

        var next = await Store.AppendAsync(Campaign, new Append(NextId(), "stream 1", ExpectedVersion.At(stored.Count(e => e.Stream == "stream 1")), Event("x")));
        Assert.Equal(ManyEvents + 1, next.Stored!.FirstPosition);
    }

    [Fact]
    public async Task Import_OfWhatWasRead_GivesAnEqualCampaign()
    {
        for (var i = 0; i < 20; i++)
            await CommitAsync($"stream {i % 3}", Event($"{i}"));

        await Store.ImportAsync("copy", CopyAsync());

        Assert.Equal(await ReadAsync(), await ReadAsync(campaign: "copy"));

        async IAsyncEnumerable<ImportedEvent> CopyAsync()
        {
            await foreach (var e in Store.ReadCampaignAsync(Campaign, 0))
                yield return new ImportedEvent(e.Stream, e.Type, e.Data);
        }
    }

    [Fact]
    public async Task Import_EmptySource_LeavesTheCampaignEmpty()
    {
        Assert.Equal(0, await Store.ImportAsync(Campaign, SourceAsync(0)));
        Assert.Empty(await ReadAsync());
        Assert.Equal(1, await Store.ImportAsync(Campaign, SourceAsync(1)));
    }

    [Fact]
    public async Task Import_IntoCampaignWithEvents_ThrowsAndWritesNothing()
    {
        await CommitAsync("ann", Event("1"));

        await Assert.ThrowsAsync<CampaignNotEmptyException>(async () => await Store.ImportAsync(Campaign, SourceAsync(3)));
        Assert.Single(await ReadAsync());
    }

    [Fact]
    public async Task Import_SourceFailsInTheMiddle_LeavesNothing()
    {
        await Assert.ThrowsAsync<InvalidDataException>(async () =>
            await Store.ImportAsync(Campaign, SourceAsync(ManyEvents, at: ManyEvents - 1, () => throw new InvalidDataException())));

        Assert.Empty(await ReadAsync());
        Assert.Empty(await ReadStreamAsync("stream 1"));
        Assert.Equal(new AppendCommitted(1, 1, [1]), await CommitAsync("stream 1", Event("1")));
    }

    [Fact]
    public async Task Import_CancelledInTheMiddle_LeavesNothing()
    {
        using var source = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await Store.ImportAsync(Campaign, SourceAsync(ManyEvents, at: ManyEvents - 1, source.CancelAsync), source.Token));

        Assert.Empty(await ReadAsync());
        Assert.Equal(7, await Store.ImportAsync(Campaign, SourceAsync(7)));
    }

    [Fact]
    public async Task Import_SomebodyAppendsMeanwhile_GivesWay()
    {
        await Assert.ThrowsAsync<CampaignNotEmptyException>(async () =>
            await Store.ImportAsync(Campaign, SourceAsync(ManyEvents, at: ManyEvents - 1, async () =>
            {
                Assert.Empty(await ReadAsync());
                await CommitAsync("ann", Event("1"));
            })));

        Assert.Equal("ann", Assert.Single(await ReadAsync()).Stream);
    }

    [Fact]
    public async Task Import_SomebodyWaits_Wakes()
    {
        var wait = Store.WaitForMoreAsync(Campaign, 0).AsTask();

        await Store.ImportAsync(Campaign, SourceAsync(3));

        await wait;
    }

    [Fact]
    public async Task Import_DefaultEvent_IsRefusedWhole()
    {
        await Assert.ThrowsAsync<ArgumentException>("events", async () => await Store.ImportAsync(Campaign, BrokenAsync()));
        Assert.Empty(await ReadAsync());

        static async IAsyncEnumerable<ImportedEvent> BrokenAsync()
        {
            yield return new ImportedEvent("ann", "noted", default);
            await Task.CompletedTask;
            yield return default;
        }
    }

    protected static async IAsyncEnumerable<ImportedEvent> SourceAsync(
        int count, int at = -1, Func<Task>? happens = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var i = 0; i < count; i++)
        {
            if (i == at)
                await happens!();
            cancellationToken.ThrowIfCancellationRequested();
            yield return new ImportedEvent($"stream {i % 7}", "noted", Event($"{i}").Data);
        }
    }
}
