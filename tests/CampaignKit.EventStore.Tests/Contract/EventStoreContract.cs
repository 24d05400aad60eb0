using System.Text;

namespace CampaignKit.EventStore.Tests;

/// <summary>What every store keeps to. A store's own test class derives from it and says how one is opened.</summary>
public abstract partial class EventStoreContract : IAsyncLifetime
{
    protected const string Campaign = "changning";

    private int _ids;

    protected IEventStore Store { get; private set; } = null!;

    public async Task InitializeAsync() => Store = await OpenAsync();

    public async Task DisposeAsync() => await Store.DisposeAsync();

    protected abstract ValueTask<IEventStore> OpenAsync();

    protected AppendId NextId() => AppendId.Of("append " + Interlocked.Increment(ref _ids));

    protected static NewEvent Event(string text, string type = "noted") => new(type, Encoding.UTF8.GetBytes(text));

    protected async Task<AppendCommitted> CommitAsync(string stream, params NewEvent[] events) =>
        Assert.IsType<AppendCommitted>(await Store.AppendAsync(Campaign, new Append(NextId(), stream, ExpectedVersion.Any, events)));

    protected Task<List<StoredEvent>> ReadAsync(long after = 0, string campaign = Campaign) => ListAsync(Store.ReadCampaignAsync(campaign, after));

    protected Task<List<StoredEvent>> ReadStreamAsync(string stream, long after = 0) => ListAsync(Store.ReadStreamAsync(Campaign, stream, after));

    protected static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> source)
    {
        var list = new List<T>();
        await foreach (var item in source)
            list.Add(item);
        return list;
    }
}
