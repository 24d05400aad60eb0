namespace CampaignKit.EventStore.Sqlite;

/// <summary>Where requests wait for the writer, which takes them a batch at a time.</summary>
internal sealed class WriteQueue(TimeSpan linger, int batchEvents)
{
    private readonly object _gate = new();
    private readonly Queue<WriteRequest> _waiting = new();
    private int _wakeAt = 1;
    private bool _closed;

    public void Add(WriteRequest request)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(SqliteEventStore));
            _waiting.Enqueue(request);
            if (_waiting.Count >= _wakeAt)
                Monitor.Pulse(_gate);
        }
    }

    /// <summary>Refuses further requests; those that wait are still to be taken.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Waits for requests and fills <paramref name="batch"/>, in the order in which they came; false once closed and empty.</summary>
    public bool Take(List<WriteRequest> batch)
    {
        var before = batch.Count;
        batch.Clear();
        lock (_gate)
        {
            while (batch.Count == 0)
            {
                while (_waiting.Count == 0)
                {
                    if (_closed)
                        return false;
                    Monitor.Wait(_gate);
                }

                Linger(before);
                Fill(batch);
            }

            return true;
        }
    }

    // The callers just answered are likely to ask again at once; a commit for them all costs what a commit for the first one does.
    private void Linger(int callers)
    {
        if (callers <= _waiting.Count || linger == TimeSpan.Zero || _closed)
            return;
        _wakeAt = callers;
        Monitor.Wait(_gate, linger);
        _wakeAt = 1;
    }

    private void Fill(List<WriteRequest> batch)
    {
        var events = 0;
        while (_waiting.TryPeek(out var next) && (batch.Count == 0 || events + next.Events <= batchEvents))
        {
            _waiting.Dequeue();
            if (!next.TryTake())
                continue;
            batch.Add(next);
            events += next.Events;
        }
    }
}
