using System.Globalization;

namespace CampaignKit.EventStore.Sqlite;

/// <summary>What the file holds. Versions of streams and heads of campaigns are never stored: the events tell them.</summary>
internal static class Schema
{
    /// <summary>"CKev": what makes the file ours (PRAGMA application_id).</summary>
    private const int ApplicationId = 0x434B6576;

    private const int Version = 1;

    private static readonly string[] Statements =
    [
        // A campaign without a name is an import under way.
        "CREATE TABLE campaigns (id INTEGER PRIMARY KEY, name TEXT UNIQUE)",
        "CREATE TABLE streams (id INTEGER PRIMARY KEY, campaign INTEGER NOT NULL, name TEXT NOT NULL, UNIQUE (campaign, name))",
        "CREATE TABLE types (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
        "CREATE TABLE events (key INTEGER PRIMARY KEY, stream INTEGER NOT NULL, version INTEGER NOT NULL, type INTEGER NOT NULL, data BLOB NOT NULL)",
        "CREATE UNIQUE INDEX events_by_stream ON events (stream, version)",
        "CREATE TABLE appends (campaign INTEGER NOT NULL, id BLOB NOT NULL, digest BLOB NOT NULL, first INTEGER NOT NULL, PRIMARY KEY (campaign, id)) WITHOUT ROWID",
        "CREATE TABLE snapshots (campaign INTEGER NOT NULL, projection TEXT NOT NULL, position INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY (campaign, projection))",
        // For a person with a SQLite shell; nothing here reads it.
        """
        CREATE VIEW log AS
        SELECT campaigns.name AS campaign, events.key & 0xFFFFFFFFFF AS position, streams.name AS stream, events.version, types.name AS type, events.data
        FROM events
        JOIN campaigns ON campaigns.id = events.key >> 40 AND campaigns.name IS NOT NULL
        JOIN streams ON streams.id = events.stream
        JOIN types ON types.id = events.type
        """,
    ];

    /// <summary>Refuses a file that is not ours or newer than this code; fills an empty one.</summary>
    public static void Prepare(Database database)
    {
        var application = database.Number("PRAGMA application_id");
        var version = database.Number("PRAGMA user_version");
        var isEmpty = application == 0 && version == 0 && database.Number("SELECT count(*) FROM sqlite_master") == 0;
        if (isEmpty)
            Create(database);
        else if (application != ApplicationId)
            throw new EventStoreUnavailableException("The file is a SQLite database of something else, not an event store.");
        else if (version > Version)
            throw new EventStoreUnavailableException($"The file has schema version {version}, written by a newer CampaignKit; this one knows versions up to {Version}.");
    }

    private static void Create(Database database)
    {
        database.Execute("BEGIN IMMEDIATE");
        foreach (var statement in Statements)
            database.Execute(statement);
        database.Execute("PRAGMA application_id = " + ApplicationId.ToString(CultureInfo.InvariantCulture));
        database.Execute("PRAGMA user_version = " + Version.ToString(CultureInfo.InvariantCulture));
        database.Execute("COMMIT");
    }
}
