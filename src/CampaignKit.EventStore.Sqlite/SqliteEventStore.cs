using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace CampaignKit.EventStore.Sqlite;

/// <summary>
/// The embedded event store: one SQLite file with a write-ahead log. What is acknowledged has been synchronised to the disk
/// (<c>synchronous=FULL</c>); appends that wait at the same time share one commit, and each gets its own answer after it.
/// </summary>
/// <remarks>
/// One store at a time may have the file open, in one process; a second is refused. Only its writer thread writes and checkpoints.
/// Reads happen in pages on the caller's thread, on connections of their own; no read transaction stays open while the caller works on
/// a page. When a commit fails, every append in it fails with <see cref="EventStoreUnavailableException"/> and the writer starts over
/// with a new connection: the store stays usable once the cause has gone. Safe to use from any thread.
/// The host chooses the native library, by <c>SQLitePCL.raw.SetProvider</c> or a SQLitePCLRaw bundle.
/// </remarks>
public sealed class SqliteEventStore : IEventStore, ISnapshotStore, IDisposable
{
    private const int ImportedAtOnce = 2048;
    private const int ImportedBytesAtOnce = 1 << 20;

    private readonly FileStream _lock;
    private readonly Readers _readers;
    private readonly HeadSignal _heads = new();
    private readonly Writer _writer;

    private SqliteEventStore(DatabaseLocation location, SqliteEventStoreOptions options, FileStream writerLock, WriteSession session)
    {
        _lock = writerLock;
        _readers = new Readers(location, options.PageEvents);
        _writer = new Writer(session, () => new WriteSession(location, options.CheckpointPages), _heads, options);
    }

    /// <summary>Opens the file that a connection string names, making it if it is not there.</summary>
    /// <param name="connectionString">Such as <c>Data Source=campaigns.db</c>.</param>
    /// <exception cref="ArgumentException">The connection string does not name a file to write to.</exception>
    /// <exception cref="EventStoreUnavailableException">See the other overload.</exception>
    public static SqliteEventStore Open(string connectionString) => Open(new SqliteEventStoreOptions { ConnectionString = connectionString });

    /// <summary>Opens the file that the options name, making it if it is not there.</summary>
    /// <exception cref="ArgumentException">The options are wrong; the message says everything that is.</exception>
    /// <exception cref="EventStoreUnavailableException">
    /// Another store has the file open, it is no event store, a newer version wrote it, or it cannot be opened.
    /// </exception>
    public static SqliteEventStore Open(SqliteEventStoreOptions options)
    {
        Guard.Against.Null(options);
        options = options.Checked();
        var location = new DatabaseLocation(options.ConnectionString);
        var writerLock = WriterLock.Take(location.LockPath);
        WriteSession? session = null;
        try
        {
            session = new WriteSession(location, options.CheckpointPages);
            Import.DiscardUnfinished(session);
            return new SqliteEventStore(location, options, writerLock, session);
        }
        catch (Exception e)
        {
            session?.Dispose();
            writerLock.Dispose();
            if (e is SqliteException or EventStoreUnavailableException)
                throw new EventStoreUnavailableException($"The event store '{location.FilePath}' cannot be opened: {e.Message}", e);
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<AppendResult> AppendAsync(string campaign, Append append, CancellationToken cancellationToken = default)
    {
        EventStoreLimits.CheckName(campaign, nameof(campaign));
        Guard.Against.Null(append);
        var digest = append.DigestFor(campaign);
        return await _writer.WriteAsync(session => session.Append(campaign, append, digest), append.EventCount, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<long> HeadAsync(string campaign, CancellationToken cancellationToken = default)
    {
        EventStoreLimits.CheckName(campaign, nameof(campaign));
        return cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<long>(cancellationToken)
            : ValueTask.FromResult(_readers.Read(session => session.HeadOf(campaign)));
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredEvent> ReadCampaignAsync(string campaign, long after, CancellationToken cancellationToken = default)
    {
        EventStoreLimits.CheckName(campaign, nameof(campaign));
        Guard.Against.Negative(after);
        return Read(Locate, static (session, range, page) => session.ReadCampaign(range, page), static e => e.Position, cancellationToken);

        EventRange Locate(ReadSession session)
        {
            var range = session.RangeOf(campaign, after);
            CursorBeyondHeadException.ThrowIfBeyond(campaign, after, range.Last);
            return range;
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredEvent> ReadStreamAsync(string campaign, string stream, long after, CancellationToken cancellationToken = default)
    {
        EventStoreLimits.CheckName(campaign, nameof(campaign));
        EventStoreLimits.CheckName(stream, nameof(stream));
        Guard.Against.Negative(after);
        return Read(Locate, static (session, range, page) => session.ReadStream(range, page), static e => e.Version, cancellationToken);

        EventRange Locate(ReadSession session)
        {
            var range = session.RangeOf(campaign, stream, after);
            CursorBeyondHeadException.ThrowIfBeyond(campaign, stream, after, range.Last);
            return range;
        }
    }

    /// <inheritdoc/>
    public ValueTask WaitForMoreAsync(string campaign, long after, CancellationToken cancellationToken = default)
    {
        EventStoreLimits.CheckName(campaign, nameof(campaign));
        Guard.Against.Negative(after);
        var head = _readers.Read(session => session.HeadOf(campaign));
        CursorBeyondHeadException.ThrowIfBeyond(campaign, after, head);
        _heads.Raise(campaign, head);
        return _heads.WaitAsync(campaign, after, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<long> ImportAsync(string campaign, IAsyncEnumerable<ImportedEvent> events, CancellationToken cancellationToken = default)
    {
        EventStoreLimits.CheckName(campaign, nameof(campaign));
        Guard.Against.Null(events);
        if (_readers.Read(session => session.HeadOf(campaign)) > 0)
            throw new CampaignNotEmptyException(campaign);

        var import = new Import(await _writer.WriteAsync(Import.Begin, events: 1, cancellationToken).ConfigureAwait(false));
        var isFinished = false;
        try
        {
            await foreach (var chunk in Chunks(events, cancellationToken).ConfigureAwait(false))
                await _writer.WriteAsync(session => import.Write(session, chunk), chunk.Count, cancellationToken).ConfigureAwait(false);
            if (import.Count == 0)
                return 0;
            isFinished = await _writer.WriteAsync(session => import.Finish(session, campaign), events: 1, cancellationToken).ConfigureAwait(false);
            return isFinished ? import.Count : throw new CampaignNotEmptyException(campaign);
        }
        finally
        {
            if (!isFinished)
                await DiscardAsync(import).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public ValueTask<Snapshot?> LoadSnapshotAsync(string campaign, string projection, CancellationToken cancellationToken = default)
    {
        EventStoreLimits.CheckName(campaign, nameof(campaign));
        EventStoreLimits.CheckName(projection, nameof(projection));
        return ValueTask.FromResult(_readers.Read(session => session.FindSnapshot(campaign, projection)));
    }

    /// <inheritdoc/>
    public async ValueTask SaveSnapshotAsync(string campaign, string projection, Snapshot snapshot, CancellationToken cancellationToken = default)
    {
        EventStoreLimits.CheckName(campaign, nameof(campaign));
        EventStoreLimits.CheckName(projection, nameof(projection));
        Guard.Against.Null(snapshot);
        var head = await _writer.WriteAsync(session => session.SaveSnapshot(campaign, projection, snapshot), events: 1, cancellationToken).ConfigureAwait(false);
        CursorBeyondHeadException.ThrowIfBeyond(campaign, snapshot.Position, head);
    }

    /// <summary>Writes what still waits, ends every wait for more, and lets go of the file. A second call waits for the first.</summary>
    public async ValueTask DisposeAsync()
    {
        _readers.Dispose();
        await _writer.StopAsync().ConfigureAwait(false);
        _heads.Dispose();
        await _lock.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>The same as <see cref="DisposeAsync"/>, waiting for it, for containers that are disposed of synchronously.</summary>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <summary>For tests: something done on the writer's connection, in its turn.</summary>
    internal Task<T> OnWriterAsync<T>(Func<WriteSession, T> work, CancellationToken cancellationToken = default) => _writer.WriteAsync(work, events: 1, cancellationToken);

    private async IAsyncEnumerable<StoredEvent> Read(
        Func<ReadSession, EventRange> locate,
        Func<ReadSession, EventRange, List<StoredEvent>, int> fill,
        Func<StoredEvent, long> placeOf,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var page = new List<StoredEvent>();
        for (var range = _readers.Read(locate); !range.IsEmpty; range = range with { After = range.After + page.Count })
        {
            var next = range;
            _readers.Read(session => fill(session, next, page));
            if (page.Count == 0 || placeOf(page[^1]) != range.After + page.Count)
                throw new EventStoreUnavailableException($"The file is damaged: an event is missing after {range.After}.");
            foreach (var e in page)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return e;
            }
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    private static async IAsyncEnumerable<IReadOnlyList<ImportedEvent>> Chunks(
        IAsyncEnumerable<ImportedEvent> events, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var chunk = new List<ImportedEvent>();
        var bytes = 0;
        await foreach (var e in events.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            chunk.Add(Guard.Against.InvalidInput(e, nameof(events), given => given.Stream is not null, "An event of the import is the default ImportedEvent."));
            bytes += e.Event.Data.Length;
            if (chunk.Count < ImportedAtOnce && bytes < ImportedBytesAtOnce)
                continue;
            yield return chunk;
            chunk = [];
            bytes = 0;
        }

        if (chunk.Count > 0)
            yield return chunk;
    }

    private async Task DiscardAsync(Import import)
    {
        try
        {
            while (await _writer.WriteAsync(import.DiscardSome, events: 1, CancellationToken.None).ConfigureAwait(false))
            {
            }
        }
        catch (Exception e) when (e is EventStoreUnavailableException or ObjectDisposedException)
        {
            // What made the import fail is what the caller must hear; the next opening removes the rest.
        }
    }
}
