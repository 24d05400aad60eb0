using CampaignKit.EventStore;

namespace CampaignKit.Tests;

/// <summary>A store that holds up the appends to one stream until it is told to let them pass.</summary>
internal sealed class GatedStore(IEventStore store, string stream) : BorrowedStore(store)
{
    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Arrived => _arrived.Task;

    public bool IsClosed { get; set; }

    public void Open() => _open.SetResult();

    public override async ValueTask<AppendResult> AppendAsync(string campaign, Append append, CancellationToken cancellationToken = default)
    {
        if (IsClosed && append.Streams[0].Stream == stream)
        {
            _arrived.TrySetResult();
            await _open.Task.WaitAsync(cancellationToken);
        }

        return await base.AppendAsync(campaign, append, cancellationToken);
    }
}
