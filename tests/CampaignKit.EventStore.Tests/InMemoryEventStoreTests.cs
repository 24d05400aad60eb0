namespace CampaignKit.EventStore.Tests;

public sealed class InMemoryEventStoreTests : EventStoreContract
{
    protected override ValueTask<IEventStore> OpenAsync() => ValueTask.FromResult<IEventStore>(new InMemoryEventStore());
}
