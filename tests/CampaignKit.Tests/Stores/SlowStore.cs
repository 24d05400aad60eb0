using CampaignKit.EventStore;

namespace CampaignKit.Tests;

/// <summary>A store in which time passes whenever one stream is read.</summary>
internal sealed class SlowStore(IEventStore store, string stream, Action pass) : BorrowedStore(store)
{
    public override IAsyncEnumerable<StoredEvent> ReadStreamAsync(string campaign, string name, long after, CancellationToken cancellationToken = default)
    {
        if (name == stream)
            pass();
        return base.ReadStreamAsync(campaign, name, after, cancellationToken);
    }
}
