using System.Globalization;
using CampaignKit.EventStore.Sqlite;
using CampaignKit.EventStore.Sqlite.Native;
using Microsoft.Data.Sqlite;

namespace CampaignKit.EventStore.Tests;

public sealed class SqliteEventStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    static SqliteEventStoreTests() => SystemSqlite.Use();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Open_Again_KnowsEverything()
    {
        var append = AppendOf("1", ExpectedVersion.None);
        AppendResult first;
        await using (var store = Open())
        {
            first = await store.AppendAsync("c", append);
            await store.AppendAsync("c", AppendOf("2", ExpectedVersion.At(1)));
            await store.SaveSnapshotAsync("c", "board", new Snapshot(2, "two"u8.ToArray()));
        }

        await using var again = Open();

        Assert.Equal(new AppendDuplicate((AppendCommitted)first), await again.AppendAsync("c", append));
        Assert.Equal(new AppendConflict("ann", ExpectedVersion.At(1), 2), await again.AppendAsync("c", AppendOf("3", ExpectedVersion.At(1))));
        Assert.Equal(new AppendCommitted(3, 3, [3]), await again.AppendAsync("c", AppendOf("4", ExpectedVersion.At(2))));
        Assert.Equal([1L, 2, 3], await PositionsAsync(again));
        Assert.Equal(new Snapshot(2, "two"u8.ToArray()), await again.LoadSnapshotAsync("c", "board"));
    }

    [Fact]
    public async Task Open_AlreadyOpen_IsRefused()
    {
        await using var store = Open();

        var refusal = Assert.Throws<EventStoreUnavailableException>(Open);

        Assert.Contains(_folder.Database + ".lock", refusal.Message);
    }

    [Fact]
    public async Task Open_ThroughALinkToAnOpenFile_IsRefused()
    {
        await using var store = Open();
        var link = File.CreateSymbolicLink(_folder.Database + ".link", _folder.Database);

        Assert.Throws<EventStoreUnavailableException>(() => SqliteEventStore.Open("Data Source=" + link.FullName));
    }

    [Fact]
    public void Open_DatabaseOfSomethingElse_IsRefusedAndLeftAlone()
    {
        Sql("CREATE TABLE theirs (id INTEGER)");
        var before = File.ReadAllBytes(_folder.Database);

        Assert.Contains("something else", Assert.Throws<EventStoreUnavailableException>(Open).Message);
        Assert.Equal(before, File.ReadAllBytes(_folder.Database));
    }

    [Fact]
    public void Open_NotADatabase_IsRefused()
    {
        File.WriteAllText(_folder.Database, new string('x', 5000));

        Assert.IsType<SqliteException>(Assert.Throws<EventStoreUnavailableException>(Open).InnerException);
    }

    [Fact]
    public async Task Open_NewerSchema_IsRefusedNamingTheVersion()
    {
        await Open().DisposeAsync();
        Sql("PRAGMA user_version = 2");

        Assert.Contains("schema version 2", Assert.Throws<EventStoreUnavailableException>(Open).Message);
    }

    [Fact]
    public void Open_FolderMissing_IsRefused() =>
        Assert.Throws<EventStoreUnavailableException>(() => SqliteEventStore.Open("Data Source=" + Path.Combine(_folder.Database, "no", "such.db")));

    [Fact]
    public void Open_MissingFileInModeReadWrite_IsRefused() =>
        Assert.Throws<EventStoreUnavailableException>(() => SqliteEventStore.Open(_folder.ConnectionString + ";Mode=ReadWrite"));

    [Fact]
    public async Task Open_AfterRefusals_Works()
    {
        File.WriteAllText(_folder.Database, new string('x', 5000));
        Assert.Throws<EventStoreUnavailableException>(Open);
        File.Delete(_folder.Database);

        await using var store = Open();

        Assert.Equal(new AppendCommitted(1, 1, [1]), await store.AppendAsync("c", AppendOf("1")));
    }

    [Fact]
    public async Task Writer_Connection_IsDurableAndTheOnlyOneToCheckpoint()
    {
        await using var store = Open();
        await store.AppendAsync("c", AppendOf("1"));

        var (journal, synchronous, checkpoint) = await store.OnWriterAsync(session => (
            session.Database.Text("PRAGMA journal_mode"), session.Database.Number("PRAGMA synchronous"), session.Database.Number("PRAGMA wal_autocheckpoint")));

        Assert.Equal(("wal", 2, SqliteEventStoreOptions.DefaultCheckpointPages), (journal, synchronous, checkpoint));
        using var reader = new ReadSession(new DatabaseLocation(_folder.ConnectionString), 10);
        Assert.Equal(0, reader.Database.Number("PRAGMA wal_autocheckpoint"));
        Assert.Contains("readonly", Assert.Throws<SqliteException>(() => reader.Database.Execute("DELETE FROM events")).Message);
    }

    [Fact]
    public async Task Append_SeveralInOneBatch_GetAnOutcomeEachInOrder()
    {
        await using var store = Open();
        var appends = new List<Task<AppendResult>>();
        using (await HoldAsync(store))
        {
            appends.Add(store.AppendAsync("c", AppendOf("1", ExpectedVersion.None)).AsTask());
            appends.Add(store.AppendAsync("c", AppendOf("2", ExpectedVersion.At(1))).AsTask());
            appends.Add(store.AppendAsync("c", AppendOf("3", ExpectedVersion.At(1))).AsTask());
            appends.Add(store.AppendAsync("c", AppendOf("1", ExpectedVersion.None)).AsTask());
            appends.Add(store.AppendAsync("c", AppendOf("4", ExpectedVersion.At(2))).AsTask());
        }

        Assert.Equal(
            [
                new AppendCommitted(1, 1, [1]),
                new AppendCommitted(2, 2, [2]),
                new AppendConflict("ann", ExpectedVersion.At(1), 2),
                new AppendDuplicate(new AppendCommitted(1, 1, [1])),
                new AppendCommitted(3, 3, [3]),
            ],
            await Task.WhenAll(appends));
    }

    [Fact]
    public async Task Append_CancelledWhileQueued_IsWithdrawn()
    {
        await using var store = Open();
        using var source = new CancellationTokenSource();
        Task<AppendResult> withdrawn;
        Task<AppendResult> kept;
        using (await HoldAsync(store))
        {
            withdrawn = store.AppendAsync("c", AppendOf("1"), source.Token).AsTask();
            kept = store.AppendAsync("c", AppendOf("2")).AsTask();
            await source.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => withdrawn);
        }

        Assert.Equal(new AppendCommitted(1, 1, [1]), await kept);
        Assert.Equal([1L], await PositionsAsync(store));
    }

    [Fact]
    public async Task Append_CancelledWhileBeingWritten_GetsItsAnswer()
    {
        await using var store = Open();
        using var source = new CancellationTokenSource();
        using var isWriting = new SemaphoreSlim(0);
        using var goOn = new ManualResetEventSlim();
        var append = store.AppendAsync("c", AppendOf("1"), source.Token).AsTask();
        await append;
        var writing = store.OnWriterAsync(
            _ =>
            {
                isWriting.Release();
                goOn.Wait();
                return 7;
            },
            source.Token);
        await isWriting.WaitAsync();

        await source.CancelAsync();
        goOn.Set();

        Assert.Equal(7, await writing);
    }

    [Fact]
    public async Task DisposeAsync_AppendsQueued_AreWrittenFirst()
    {
        var store = Open();
        List<Task<AppendResult>> appends;
        Task disposal;
        using (await HoldAsync(store))
        {
            appends = [.. Enumerable.Range(0, 20).Select(i => store.AppendAsync("c", AppendOf($"{i}")).AsTask())];
            disposal = store.DisposeAsync().AsTask();
        }

        await disposal;
        await store.DisposeAsync();

        Assert.All(appends, append => Assert.IsType<AppendCommitted>(append.Result));
        await using var again = Open();
        Assert.Equal(20, (await PositionsAsync(again)).Count);
    }

    [Fact]
    public async Task Append_WriteFails_WholeBatchFailsAndTheStoreGoesOn()
    {
        await using var store = Open();
        await store.AppendAsync("c", AppendOf("0"));
        Sql("CREATE TRIGGER failing BEFORE INSERT ON events WHEN new.data = x'62' BEGIN SELECT RAISE(ABORT, 'disk I/O error'); END");
        List<Task<AppendResult>> batch = [];
        using (await HoldAsync(store))
        {
            batch.Add(store.AppendAsync("c", AppendOf("a")).AsTask());
            batch.Add(store.AppendAsync("c", AppendOf("b")).AsTask());
            batch.Add(store.AppendAsync("new", AppendOf("a")).AsTask());
        }

        foreach (var append in batch)
            Assert.IsType<SqliteException>((await Assert.ThrowsAsync<EventStoreUnavailableException>(() => append)).InnerException);

        Assert.Equal([1L], await PositionsAsync(store));
        Assert.Equal(new AppendCommitted(2, 2, [2]), await store.AppendAsync("c", AppendOf("a")));
        Assert.Equal(new AppendCommitted(1, 1, [1]), await store.AppendAsync("new", AppendOf("a")));
        Sql("DROP TRIGGER failing");
        Assert.Equal(new AppendCommitted(3, 3, [3]), await store.AppendAsync("c", AppendOf("b")));
    }

    [Fact]
    public async Task Append_DatabaseLockedByAnother_FailsAndWorksOnceItIsFree()
    {
        await using var store = SqliteEventStore.Open(_folder.ConnectionString + ";Default Timeout=1");
        using (var other = new SqliteConnection(_folder.ConnectionString + ";Pooling=False"))
        {
            other.Open();
            using var transaction = other.BeginTransaction();
            await Assert.ThrowsAsync<EventStoreUnavailableException>(async () => await store.AppendAsync("c", AppendOf("1")));
        }

        Assert.Equal(new AppendCommitted(1, 1, [1]), await store.AppendAsync("c", AppendOf("1")));
    }

    [Fact]
    public async Task Import_LeftUnfinishedByACrash_IsGoneAfterOpening()
    {
        await using (var store = Open())
            await store.AppendAsync("c", AppendOf("1"));
        Sql("INSERT INTO campaigns (id, name) VALUES (9, NULL)");
        Sql("INSERT INTO streams (id, campaign, name) VALUES (9, 9, 'ann')");
        Sql("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9000) INSERT INTO events SELECT (9 << 40) | i, 9, i, 1, x'00' FROM n");

        await Open().DisposeAsync();

        Assert.Equal((1L, 1L, 1L), (Count("campaigns"), Count("streams"), Count("events")));
        Assert.Equal(1, Count("log"));
    }

    [Fact]
    public async Task Read_EventMissingInTheFile_IsAnErrorNotSilence()
    {
        await using var store = Open();
        for (var i = 0; i < 3; i++)
            await store.AppendAsync("c", AppendOf($"{i}"));
        Sql("DELETE FROM events WHERE version = 2");

        Assert.Contains("damaged", (await Assert.ThrowsAsync<EventStoreUnavailableException>(() => PositionsAsync(store))).Message);
    }

    private SqliteEventStore Open() => SqliteEventStore.Open(_folder.ConnectionString);

    private static Append AppendOf(string text, ExpectedVersion expected = default) =>
        new(AppendId.Of(text), "ann", expected, new NewEvent("noted", System.Text.Encoding.UTF8.GetBytes(text)));

    private static async Task<List<long>> PositionsAsync(SqliteEventStore store)
    {
        var positions = new List<long>();
        await foreach (var e in store.ReadCampaignAsync("c", 0))
            positions.Add(e.Position);
        return positions;
    }

    /// <summary>Keeps the writer busy until disposed, so that what is asked meanwhile queues up.</summary>
    private static async Task<IDisposable> HoldAsync(SqliteEventStore store)
    {
        var isHeld = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var hold = new Hold();
        hold.Held = store.OnWriterAsync(_ =>
        {
            isHeld.SetResult();
            hold.Released.Wait();
            return true;
        });
        await isHeld.Task;
        return hold;
    }

    private long Count(string table) => Convert.ToInt64(Sql($"SELECT count(*) FROM {table}"), CultureInfo.InvariantCulture);

    private object? Sql(string sql)
    {
        using var connection = new SqliteConnection(_folder.ConnectionString + ";Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private sealed class Hold : IDisposable
    {
        public ManualResetEventSlim Released { get; } = new();

        public Task Held { get; set; } = Task.CompletedTask;

        public void Dispose() => Released.Set();
    }
}
