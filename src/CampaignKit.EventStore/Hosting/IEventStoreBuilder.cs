namespace CampaignKit.EventStore;

/// <summary>What a host's builder implements, so that a store's package can offer its <c>Use…</c> extension.</summary>
public interface IEventStoreBuilder
{
    /// <summary>Names the store to use, in place of one named before.</summary>
    /// <param name="create">Opens the store, once, when the host first needs it; the host disposes it.</param>
    void UseEventStore(Func<IServiceProvider, IEventStore> create);
}
