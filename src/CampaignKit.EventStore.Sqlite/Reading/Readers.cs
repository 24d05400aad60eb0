using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace CampaignKit.EventStore.Sqlite;

/// <summary>The reading connections that nobody uses just now, and the way to use one. Safe to use from any thread.</summary>
internal sealed class Readers(DatabaseLocation location, int pageEvents) : IDisposable
{
    private const int MostIdle = 8;

    private readonly ConcurrentBag<ReadSession> _idle = [];
    private volatile bool _disposed;

    public T Read<T>(Func<ReadSession, T> read)
    {
        ObjectDisposedException.ThrowIf(_disposed, typeof(SqliteEventStore));
        ReadSession? session = null;
        try
        {
            session = _idle.TryTake(out var idle) ? idle : new ReadSession(location, pageEvents);
            var result = read(session);
            GiveBack(session);
            return result;
        }
        catch (Exception e)
        {
            session?.Dispose();
            if (e is SqliteException)
                throw new EventStoreUnavailableException($"The read failed: {e.Message}", e);
            throw;
        }
    }

    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out var session))
            session.Dispose();
    }

    private void GiveBack(ReadSession session)
    {
        if (_disposed || _idle.Count >= MostIdle)
            session.Dispose();
        else
            _idle.Add(session);

        // Disposal may have emptied the bag just before this one came back.
        if (_disposed)
            Dispose();
    }
}
