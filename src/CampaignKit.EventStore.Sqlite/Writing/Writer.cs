namespace CampaignKit.EventStore.Sqlite;

/// <summary>
/// The one thread that writes. It takes what waits as a batch, writes it in one transaction and answers each request after the commit.
/// When anything fails, the whole batch fails, and the next one starts with a new connection, so that nothing remembered outlives a
/// transaction that did not happen.
/// </summary>
internal sealed class Writer
{
    private readonly Func<WriteSession> _open;
    private readonly HeadSignal _heads;
    private readonly WriteQueue _queue;
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Writer(WriteSession session, Func<WriteSession> open, HeadSignal heads, SqliteEventStoreOptions options)
    {
        _open = open;
        _heads = heads;
        _queue = new WriteQueue(options.Linger, options.BatchEvents);
        new Thread(() => Run(session)) { IsBackground = true, Name = "CampaignKit.EventStore.Sqlite writer" }.Start();
    }

    /// <summary>Has something written in its turn.</summary>
    public Task<T> WriteAsync<T>(Func<WriteSession, T> write, int events, CancellationToken cancellationToken)
    {
        var request = new WriteRequest<T>(write, events, cancellationToken);
        _queue.Add(request);
        return request.Outcome;
    }

    /// <summary>Finishes what waits and closes the connection.</summary>
    public Task StopAsync()
    {
        _queue.Close();
        return _stopped.Task;
    }

    private void Run(WriteSession? session)
    {
        try
        {
            var batch = new List<WriteRequest>();
            while (_queue.Take(batch))
                session = Write(session, batch);
            session?.Dispose();
            _stopped.SetResult();
        }
        catch (Exception e)
        {
            _stopped.SetException(e);
        }
    }

    private WriteSession? Write(WriteSession? session, List<WriteRequest> batch)
    {
        try
        {
            session ??= _open();
            session.Begin();
            foreach (var request in batch)
                request.Write(session);
            session.Commit();
        }
        catch (Exception e)
        {
            session?.Dispose();
            foreach (var request in batch)
                request.Fail(new EventStoreUnavailableException($"The write failed; whether it happened is unknown: {e.Message}", e));
            return null;
        }

        foreach (var (campaign, head) in session.TakeMovedHeads())
            _heads.Raise(campaign, head);
        foreach (var request in batch)
            request.Complete();
        return session;
    }
}
