using System.Runtime.CompilerServices;

namespace CampaignKit.EventStore;

/// <summary>
/// The store that forgets: everything is kept in memory until the process ends. For tests and demonstrations, and the smallest correct
/// reference for the other stores. Safe to use from any thread.
/// </summary>
public sealed class InMemoryEventStore : IEventStore, ISnapshotStore, IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, CampaignLog> _campaigns = new(StringComparer.Ordinal);
    private readonly HeadSignal _heads = new();
    private bool _disposed;

    /// <inheritdoc/>
    public ValueTask<AppendResult> AppendAsync(string campaign, Append append, CancellationToken cancellationToken = default)
    {
        EventStoreLimits.CheckName(campaign, nameof(campaign));
        Guard.Against.Null(append);
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<AppendResult>(cancellationToken);

        var digest = append.DigestFor(campaign);
        AppendResult result;
        lock (_gate)
            result = LogOf(campaign).Append(append, digest);
        if (result is AppendCommitted committed)
            _heads.Raise(campaign, committed.LastPosition);
        return ValueTask.FromResult(result);
    }

    /// <inheritdoc/>
    public ValueTask<long> HeadAsync(string campaign, CancellationToken cancellationToken = default)
    {
        EventStoreLimits.CheckName(campaign, nameof(campaign));
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<long>(cancellationToken);
        lock (_gate)
            return ValueTask.FromResult(LogOf(campaign).Head);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredEvent> ReadCampaignAsync(string campaign, long after, CancellationToken cancellationToken = default)
    {
        EventStoreLimits.CheckName(campaign, nameof(campaign));
        Guard.Against.Negative(after);
        return Enumerate(() => LogOf(campaign).Read(after), cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredEvent> ReadStreamAsync(string campaign, string stream, long after, CancellationToken cancellationToken = default)
    {
        EventStoreLimits.CheckName(campaign, nameof(campaign));
        EventStoreLimits.CheckName(stream, nameof(stream));
        Guard.Against.Negative(after);
        return Enumerate(() => LogOf(campaign).ReadStream(stream, after), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask WaitForMoreAsync(string campaign, long after, CancellationToken cancellationToken = default)
    {
        EventStoreLimits.CheckName(campaign, nameof(campaign));
        Guard.Against.Negative(after);
        lock (_gate)
            CursorBeyondHeadException.ThrowIfBeyond(campaign, after, LogOf(campaign).Head);
        return _heads.WaitAsync(campaign, after, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<long> ImportAsync(string campaign, IAsyncEnumerable<ImportedEvent> events, CancellationToken cancellationToken = default)
    {
        EventStoreLimits.CheckName(campaign, nameof(campaign));
        Guard.Against.Null(events);
        lock (_gate)
            LogOf(campaign).RefuseUnlessEmpty();

        var imported = new List<ImportedEvent>();
        await foreach (var e in events.WithCancellation(cancellationToken).ConfigureAwait(false))
            imported.Add(Guard.Against.InvalidInput(e, nameof(events), given => given.Stream is not null, "An event of the import is the default ImportedEvent."));
        cancellationToken.ThrowIfCancellationRequested();

        lock (_gate)
            LogOf(campaign).Import(imported);
        _heads.Raise(campaign, imported.Count);
        return imported.Count;
    }

    /// <inheritdoc/>
    public ValueTask<Snapshot?> LoadSnapshotAsync(string campaign, string projection, CancellationToken cancellationToken = default)
    {
        EventStoreLimits.CheckName(campaign, nameof(campaign));
        EventStoreLimits.CheckName(projection, nameof(projection));
        lock (_gate)
            return ValueTask.FromResult(LogOf(campaign).Snapshots.GetValueOrDefault(projection));
    }

    /// <inheritdoc/>
    public ValueTask SaveSnapshotAsync(string campaign, string projection, Snapshot snapshot, CancellationToken cancellationToken = default)
    {
        EventStoreLimits.CheckName(campaign, nameof(campaign));
        EventStoreLimits.CheckName(projection, nameof(projection));
        Guard.Against.Null(snapshot);
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled(cancellationToken);

        lock (_gate)
        {
            var log = LogOf(campaign);
            CursorBeyondHeadException.ThrowIfBeyond(campaign, snapshot.Position, log.Head);
            log.Snapshots[projection] = snapshot;
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Ends every wait; what the store held can no longer be read.</summary>
    public ValueTask DisposeAsync()
    {
        lock (_gate)
            _disposed = true;
        _heads.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The same as <see cref="DisposeAsync"/>, for containers that are disposed of synchronously.</summary>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private async IAsyncEnumerable<StoredEvent> Enumerate(Func<IReadOnlyList<StoredEvent>> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IReadOnlyList<StoredEvent> events;
        lock (_gate)
            events = read();
        foreach (var e in events)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return e;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    private CampaignLog LogOf(string campaign)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (!_campaigns.TryGetValue(campaign, out var log))
            _campaigns.Add(campaign, log = new CampaignLog(campaign));
        return log;
    }
}
