using System.Globalization;

namespace CampaignKit.EventStore.Sqlite;

/// <summary>
/// The writing connection with what it remembers of heads and names. What it remembers is true inside its open transaction; a session
/// whose transaction failed is thrown away with all of it.
/// </summary>
internal sealed class WriteSession : IDisposable
{
    // Beyond so many remembered streams the writer forgets them all; the file still knows.
    private const int RememberedStreams = 250_000;

    private readonly Database _database;
    private readonly Statement _begin;
    private readonly Statement _commit;
    private readonly Statement _findCampaign;
    private readonly Statement _addCampaign;
    private readonly Statement _lastKey;
    private readonly Statement _findStream;
    private readonly Statement _addStream;
    private readonly Statement _lastVersion;
    private readonly Statement _findType;
    private readonly Statement _addType;
    private readonly Statement _addEvent;
    private readonly Statement _versionAt;
    private readonly Statement _findAppend;
    private readonly Statement _addAppend;
    private readonly Statement _saveSnapshot;

    private readonly Dictionary<string, CampaignHead> _campaigns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _movedHeads = new(StringComparer.Ordinal);
    private int _rememberedStreams;

    public WriteSession(DatabaseLocation location, int checkpointPages)
    {
        _database = new Database(location.Writer);
        try
        {
            Schema.Prepare(_database);
            Configure(checkpointPages);
            _begin = _database.Prepare("BEGIN IMMEDIATE");
            _commit = _database.Prepare("COMMIT");
            _findCampaign = _database.Prepare("SELECT id FROM campaigns WHERE name = ?1");
            _addCampaign = _database.Prepare("INSERT INTO campaigns (name) VALUES (?1)");
            _lastKey = _database.Prepare("SELECT key FROM events WHERE key > ?1 AND key < ?2 ORDER BY key DESC LIMIT 1");
            _findStream = _database.Prepare("SELECT id FROM streams WHERE campaign = ?1 AND name = ?2");
            _addStream = _database.Prepare("INSERT INTO streams (campaign, name) VALUES (?1, ?2)");
            _lastVersion = _database.Prepare("SELECT version FROM events WHERE stream = ?1 ORDER BY version DESC LIMIT 1");
            _findType = _database.Prepare("SELECT id FROM types WHERE name = ?1");
            _addType = _database.Prepare("INSERT INTO types (name) VALUES (?1)");
            _addEvent = _database.Prepare("INSERT INTO events (key, stream, version, type, data) VALUES (?1, ?2, ?3, ?4, ?5)");
            _versionAt = _database.Prepare("SELECT version FROM events WHERE key = ?1");
            _findAppend = _database.Prepare("SELECT first, digest FROM appends WHERE campaign = ?1 AND id = ?2");
            _addAppend = _database.Prepare("INSERT INTO appends (campaign, id, digest, first) VALUES (?1, ?2, ?3, ?4)");
            _saveSnapshot = _database.Prepare("INSERT OR REPLACE INTO snapshots (campaign, projection, position, data) VALUES (?1, ?2, ?3, ?4)");
        }
        catch
        {
            _database.Dispose();
            throw;
        }
    }

    public Database Database => _database;

    public void Begin()
    {
        if (_rememberedStreams > RememberedStreams)
        {
            _campaigns.Clear();
            _rememberedStreams = 0;
        }

        _begin.Run();
    }

    public void Commit() => _commit.Run();

    /// <summary>The campaigns whose heads moved since the last call.</summary>
    public IReadOnlyList<KeyValuePair<string, long>> TakeMovedHeads()
    {
        if (_movedHeads.Count == 0)
            return [];
        KeyValuePair<string, long>[] moved = [.. _movedHeads];
        _movedHeads.Clear();
        return moved;
    }

    public AppendResult Append(string campaign, Append append, byte[] digest)
    {
        var head = FindCampaign(campaign);
        if (head is not null && FindAppend(head, append, digest) is { } earlier)
            return earlier;

        var streams = new StreamHead?[append.Streams.Count];
        for (var i = 0; i < streams.Length; i++)
        {
            var stream = append.Streams[i];
            streams[i] = head is null ? null : FindStream(head, stream.Stream);
            var version = streams[i]?.Version ?? 0;
            if (!stream.Expected.Accepts(version))
                return new AppendConflict(stream.Stream, stream.Expected, version);
        }

        head ??= _campaigns[campaign] = new CampaignHead(AddCampaign(campaign), position: 0);
        var first = head.Position + 1;
        var versions = new long[streams.Length];
        for (var i = 0; i < streams.Length; i++)
        {
            var stream = streams[i] ?? AddStream(head, append.Streams[i].Stream);
            foreach (var e in append.Streams[i].Events)
                Add(head, stream, e);
            versions[i] = stream.Version;
        }

        AddAppend(head, append.Id, digest, first);
        Moved(campaign, head.Position);
        return new AppendCommitted(first, head.Position, versions);
    }

    /// <summary>Keeps the snapshot unless its position is beyond the campaign's head, which is given back.</summary>
    public long SaveSnapshot(string campaign, string projection, Snapshot snapshot)
    {
        var head = FindCampaign(campaign);
        if (head is not null && snapshot.Position <= head.Position)
            _saveSnapshot.Bind(1, head.Id).Bind(2, projection).Bind(3, snapshot.Position).Bind(4, snapshot.Data.Span).Run();
        return head?.Position ?? 0;
    }

    /// <summary>The campaign with its head; null if it does not exist.</summary>
    public CampaignHead? FindCampaign(string name)
    {
        if (_campaigns.TryGetValue(name, out var head))
            return head;
        if (_findCampaign.Bind(1, name).Number() is not { } id)
            return null;
        var lastKey = _lastKey.Bind(1, EventKey.Of(id, 0)).Bind(2, EventKey.Of(id + 1, 0)).Number();
        head = new CampaignHead(id, lastKey is { } key ? EventKey.Position(key) : 0);
        _campaigns.Add(name, head);
        return head;
    }

    /// <summary>The stream with its last version; null if it does not exist.</summary>
    public StreamHead? FindStream(CampaignHead campaign, string name)
    {
        if (campaign.Streams.TryGetValue(name, out var stream))
            return stream;
        if (_findStream.Bind(1, campaign.Id).Bind(2, name).Number() is not { } id)
            return null;
        return Remember(campaign, name, new StreamHead(id, _lastVersion.Bind(1, id).Number() ?? 0));
    }

    public StreamHead AddStream(CampaignHead campaign, string name)
    {
        _addStream.Bind(1, campaign.Id).Bind(2, name).Run();
        return Remember(campaign, name, new StreamHead(_database.LastId, version: 0));
    }

    public void Add(CampaignHead campaign, StreamHead stream, NewEvent e)
    {
        var type = TypeOf(e.Type);
        _addEvent
            .Bind(1, EventKey.Of(campaign.Id, ++campaign.Position))
            .Bind(2, stream.Id)
            .Bind(3, ++stream.Version)
            .Bind(4, type)
            .Bind(5, e.Data.Span)
            .Run();
    }

    /// <summary>Says that the campaign's head has moved, for those who wait for it once this is committed.</summary>
    public void Moved(string campaign, long head) => _movedHeads[campaign] = head;

    public void Dispose() => _database.Dispose();

    private void Configure(int checkpointPages)
    {
        if (_database.Text("PRAGMA journal_mode = WAL") != "wal")
            throw new EventStoreUnavailableException("The file's place does not allow a write-ahead log.");
        _database.Execute("PRAGMA synchronous = FULL");
        _database.Execute("PRAGMA fullfsync = ON"); // macOS flushes the drive's cache only when told so.
        _database.Execute("PRAGMA wal_autocheckpoint = " + checkpointPages.ToString(CultureInfo.InvariantCulture));
        _database.Execute("PRAGMA journal_size_limit = 67108864");
        _database.Execute("PRAGMA cache_size = -32768");
    }

    private AppendResult? FindAppend(CampaignHead campaign, Append append, byte[] digest)
    {
        Span<byte> id = stackalloc byte[AppendId.Size];
        append.Id.CopyTo(id);
        if (!_findAppend.Bind(1, campaign.Id).Bind(2, id).Step())
            return null;

        var first = _findAppend.Long(0);
        var isSame = _findAppend.Blob(1).SequenceEqual(digest);
        _findAppend.Reset();
        return isSame ? new AppendDuplicate(AnswerOf(campaign, append, first)) : new AppendIdMismatch(append.Id);
    }

    // The same content had the same number of events in the same order, so its first position tells where each stream's part ended.
    private AppendCommitted AnswerOf(CampaignHead campaign, Append append, long first)
    {
        var last = first - 1;
        var versions = new long[append.Streams.Count];
        for (var i = 0; i < versions.Length; i++)
        {
            last += append.Streams[i].Events.Count;
            versions[i] = _versionAt.Bind(1, EventKey.Of(campaign.Id, last)).Number()
                ?? throw new InvalidOperationException($"The event at position {last} is missing.");
        }

        return new AppendCommitted(first, last, versions);
    }

    private void AddAppend(CampaignHead campaign, AppendId id, byte[] digest, long first)
    {
        Span<byte> bytes = stackalloc byte[AppendId.Size];
        id.CopyTo(bytes);
        _addAppend.Bind(1, campaign.Id).Bind(2, bytes).Bind(3, digest).Bind(4, first).Run();
    }

    private long AddCampaign(string name)
    {
        _addCampaign.Bind(1, name).Run();
        return _database.LastId;
    }

    private StreamHead Remember(CampaignHead campaign, string name, StreamHead stream)
    {
        campaign.Streams.Add(name, stream);
        _rememberedStreams++;
        return stream;
    }

    private long TypeOf(string name)
    {
        if (_types.TryGetValue(name, out var id))
            return id;
        if (_findType.Bind(1, name).Number() is { } found)
            return _types[name] = found;
        _addType.Bind(1, name).Run();
        return _types[name] = _database.LastId;
    }
}
