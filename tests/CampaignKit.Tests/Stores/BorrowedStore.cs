using CampaignKit.EventStore;

namespace CampaignKit.Tests;

/// <summary>A store that outlives the host, so that another host can go on with it; what breaks a store derives from it.</summary>
internal class BorrowedStore(IEventStore store) : IEventStore
{
    public virtual ValueTask<AppendResult> AppendAsync(string campaign, Append append, CancellationToken cancellationToken = default) =>
        store.AppendAsync(campaign, append, cancellationToken);

    public virtual ValueTask<long> HeadAsync(string campaign, CancellationToken cancellationToken = default) => store.HeadAsync(campaign, cancellationToken);

    public virtual IAsyncEnumerable<StoredEvent> ReadCampaignAsync(string campaign, long after, CancellationToken cancellationToken = default) =>
        store.ReadCampaignAsync(campaign, after, cancellationToken);

    public virtual IAsyncEnumerable<StoredEvent> ReadStreamAsync(string campaign, string stream, long after, CancellationToken cancellationToken = default) =>
        store.ReadStreamAsync(campaign, stream, after, cancellationToken);

    public virtual ValueTask WaitForMoreAsync(string campaign, long after, CancellationToken cancellationToken = default) =>
        store.WaitForMoreAsync(campaign, after, cancellationToken);

    public ValueTask<long> ImportAsync(string campaign, IAsyncEnumerable<ImportedEvent> events, CancellationToken cancellationToken = default) =>
        store.ImportAsync(campaign, events, cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
