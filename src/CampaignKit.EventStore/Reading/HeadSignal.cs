using System.Collections.Concurrent;

namespace CampaignKit.EventStore;

/// <summary>
/// Wakes those who wait for a campaign's head to move; what stores build <see cref="IEventStore.WaitForMoreAsync"/> on. Safe to use
/// from any thread.
/// </summary>
public sealed class HeadSignal : IDisposable
{
    private readonly ConcurrentDictionary<string, Watch> _watches = new(StringComparer.Ordinal);
    private volatile bool _disposed;

    /// <summary>Makes known that the campaign's head is at least <paramref name="head"/>. Told late or twice does no harm.</summary>
    public void Raise(string campaign, long head) => WatchOf(campaign).Raise(head);

    /// <summary>Completes when the head is known to be beyond <paramref name="after"/>.</summary>
    /// <exception cref="ObjectDisposedException">The signal was disposed, before or during the wait.</exception>
    public async ValueTask WaitAsync(string campaign, long after, CancellationToken cancellationToken = default)
    {
        var watch = WatchOf(campaign);
        while (watch.NextRaise(after) is { } raise)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            await raise.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Ends every wait with an <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose()
    {
        _disposed = true;
        foreach (var watch in _watches.Values)
            watch.Wake();
    }

    private Watch WatchOf(string campaign) => _watches.GetOrAdd(campaign, static _ => new Watch());

    private sealed class Watch
    {
        private readonly Lock _gate = new();
        private TaskCompletionSource _raised = NewSource();
        private long _head;

        public void Raise(long head)
        {
            lock (_gate)
            {
                if (head <= _head)
                    return;
                _head = head;
            }

            Wake();
        }

        public void Wake()
        {
            TaskCompletionSource raised;
            lock (_gate)
                (raised, _raised) = (_raised, NewSource());
            raised.SetResult();
        }

        public Task? NextRaise(long after)
        {
            lock (_gate)
                return _head > after ? null : _raised.Task;
        }

        private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
