namespace CampaignKit.EventStore.Sqlite;

/// <summary>A reading connection with the names it has met. No read transaction outlives a call. For one thread at a time.</summary>
internal sealed class ReadSession : IDisposable
{
    private const int RememberedNames = 100_000;
    private const int PageBytes = 1 << 20;

    private readonly int _pageEvents;
    private readonly Database _database;
    private readonly Statement _findCampaign;
    private readonly Statement _lastKey;
    private readonly Statement _campaignPage;
    private readonly Statement _findStream;
    private readonly Statement _lastVersion;
    private readonly Statement _streamPage;
    private readonly Statement _streamName;
    private readonly Statement _typeName;
    private readonly Statement _findSnapshot;

    private readonly Dictionary<long, string> _streams = [];
    private readonly Dictionary<long, string> _types = [];

    public ReadSession(DatabaseLocation location, int pageEvents)
    {
        _pageEvents = pageEvents;
        _database = new Database(location.Reader);
        try
        {
            _database.Execute("PRAGMA wal_autocheckpoint = 0");
            _findCampaign = _database.Prepare("SELECT id FROM campaigns WHERE name = ?1");
            _lastKey = _database.Prepare("SELECT key FROM events WHERE key > ?1 AND key < ?2 ORDER BY key DESC LIMIT 1");
            _campaignPage = _database.Prepare("SELECT key, stream, version, type, data FROM events WHERE key > ?1 AND key <= ?2 ORDER BY key LIMIT ?3");
            _findStream = _database.Prepare("SELECT id FROM streams WHERE campaign = ?1 AND name = ?2");
            _lastVersion = _database.Prepare("SELECT version FROM events WHERE stream = ?1 ORDER BY version DESC LIMIT 1");
            _streamPage = _database.Prepare("SELECT key, stream, version, type, data FROM events WHERE stream = ?1 AND version > ?2 AND version <= ?3 ORDER BY version LIMIT ?4");
            _streamName = _database.Prepare("SELECT name FROM streams WHERE id = ?1");
            _typeName = _database.Prepare("SELECT name FROM types WHERE id = ?1");
            _findSnapshot = _database.Prepare("SELECT position, data FROM snapshots WHERE campaign = ?1 AND projection = ?2");
        }
        catch
        {
            _database.Dispose();
            throw;
        }
    }

    public Database Database => _database;

    /// <summary>The last position of a campaign: 0 if it does not exist.</summary>
    public long HeadOf(string campaign) => RangeOf(campaign, after: 0).Last;

    /// <summary>The campaign's events after a position.</summary>
    public EventRange RangeOf(string campaign, long after)
    {
        if (FindCampaign(campaign) is not { } id)
            return new EventRange(0, after, 0);
        var lastKey = _lastKey.Bind(1, EventKey.Of(id, 0)).Bind(2, EventKey.Of(id + 1, 0)).Number();
        return new EventRange(id, after, lastKey is { } key ? EventKey.Position(key) : 0);
    }

    /// <summary>The stream's events after a version.</summary>
    public EventRange RangeOf(string campaign, string stream, long after) =>
        FindCampaign(campaign) is { } campaignId && _findStream.Bind(1, campaignId).Bind(2, stream).Number() is { } id
            ? new EventRange(id, after, _lastVersion.Bind(1, id).Number() ?? 0)
            : new EventRange(0, after, 0);

    /// <summary>Fills <paramref name="page"/> with the next events of a campaign; gives how many.</summary>
    public int ReadCampaign(EventRange range, List<StoredEvent> page) =>
        Fill(page, _campaignPage.Bind(1, EventKey.Of(range.Id, range.After)).Bind(2, EventKey.Of(range.Id, range.Last)).Bind(3, _pageEvents));

    /// <summary>Fills <paramref name="page"/> with the next events of a stream; gives how many.</summary>
    public int ReadStream(EventRange range, List<StoredEvent> page) =>
        Fill(page, _streamPage.Bind(1, range.Id).Bind(2, range.After).Bind(3, range.Last).Bind(4, _pageEvents));

    public Snapshot? FindSnapshot(string campaign, string projection)
    {
        if (FindCampaign(campaign) is not { } id || !_findSnapshot.Bind(1, id).Bind(2, projection).Step())
            return null;
        var snapshot = new Snapshot(_findSnapshot.Long(0), _findSnapshot.Blob(1).ToArray());
        _findSnapshot.Reset();
        return snapshot;
    }

    public void Dispose() => _database.Dispose();

    private long? FindCampaign(string name) => _findCampaign.Bind(1, name).Number();

    private int Fill(List<StoredEvent> page, Statement rows)
    {
        page.Clear();
        var bytes = 0;
        while (bytes < PageBytes && rows.Step())
        {
            var data = rows.Blob(4).ToArray();
            bytes += data.Length;
            page.Add(new StoredEvent(
                EventKey.Position(rows.Long(0)), Name(_streams, _streamName, rows.Long(1)), rows.Long(2), Name(_types, _typeName, rows.Long(3)), data));
        }

        rows.Reset();
        return page.Count;
    }

    private static string Name(Dictionary<long, string> names, Statement find, long id)
    {
        if (names.TryGetValue(id, out var name))
            return name;
        if (!find.Bind(1, id).Step())
            throw new EventStoreUnavailableException($"The file is damaged: an event names id {id}, which is not there.");
        name = find.Text(0);
        find.Reset();
        if (names.Count == RememberedNames)
            names.Clear();
        return names[id] = name;
    }
}
