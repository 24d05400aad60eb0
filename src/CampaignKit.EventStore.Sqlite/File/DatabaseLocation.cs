using Microsoft.Data.Sqlite;

namespace CampaignKit.EventStore.Sqlite;

/// <summary>Which file a connection string means, and the connection strings of the one writer and of the readers.</summary>
internal sealed class DatabaseLocation
{
    private readonly string _connectionString;

    public DatabaseLocation(string connectionString)
    {
        _connectionString = connectionString;
        var path = Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource);
        // Two names of one file must find one lock.
        FilePath = System.IO.File.Exists(path) && System.IO.File.ResolveLinkTarget(path, returnFinalTarget: true) is { } target ? target.FullName : path;
    }

    public string FilePath { get; }

    public string LockPath => FilePath + ".lock";

    public SqliteConnectionStringBuilder Writer => Connection(mode => mode);

    public SqliteConnectionStringBuilder Reader => Connection(_ => SqliteOpenMode.ReadOnly);

    public static IEnumerable<string> ProblemsOf(string? connectionString)
    {
        if (string.IsNullOrWhiteSpace(connectionString))
            return ["The connection string is empty; it must name a file, such as 'Data Source=campaigns.db'."];

        SqliteConnectionStringBuilder connection;
        try
        {
            connection = new SqliteConnectionStringBuilder(connectionString);
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            return [$"The connection string '{connectionString}' is not one of Microsoft.Data.Sqlite: {e.Message}"];
        }

        return ProblemsOf(connection);
    }

    private static IEnumerable<string> ProblemsOf(SqliteConnectionStringBuilder connection)
    {
        var source = connection.DataSource;
        if (source.Length == 0)
            yield return "Data Source is empty; it must name a file.";
        else if (source == ":memory:" || connection.Mode == SqliteOpenMode.Memory)
            yield return $"Data Source '{source}' is in memory; use the in-memory event store instead.";
        else if (source.StartsWith("file:", StringComparison.OrdinalIgnoreCase) || source.StartsWith('|'))
            yield return $"Data Source '{source}' must be a plain path.";

        if (connection.Mode == SqliteOpenMode.ReadOnly)
            yield return "Mode is ReadOnly; an event store is written to: leave it out, or say ReadWrite to refuse a missing file.";
        if (connection.Cache == SqliteCacheMode.Shared)
            yield return "Cache is Shared; readers must not share the writer's cache: leave it out.";
    }

    private SqliteConnectionStringBuilder Connection(Func<SqliteOpenMode, SqliteOpenMode> mode)
    {
        var connection = new SqliteConnectionStringBuilder(_connectionString) { DataSource = FilePath, Pooling = false };
        connection.Mode = mode(connection.Mode);
        return connection;
    }
}
