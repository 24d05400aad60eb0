using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CampaignKit.EventStore.Sqlite;

/// <summary>One connection with the statements prepared on it. For one thread at a time.</summary>
/// <remarks>
/// Statements run through SQLitePCL: Microsoft.Data.Sqlite 6 swallows an error that comes after a row, and its parameters cost more than
/// the insert.
/// </remarks>
internal sealed class Database : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly List<Statement> _statements = [];

    public Database(SqliteConnectionStringBuilder connectionString)
    {
        _connection = new SqliteConnection(connectionString.ConnectionString);
        try
        {
            _connection.Open();
            var timeout = TimeSpan.FromSeconds(connectionString.DefaultTimeout);
            Statement.Check(raw.sqlite3_busy_timeout(Handle, timeout == TimeSpan.Zero ? int.MaxValue : (int)timeout.TotalMilliseconds), Handle);
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    private sqlite3 Handle => _connection.Handle!;

    /// <summary>The row id that the last insert gave.</summary>
    public long LastId => raw.sqlite3_last_insert_rowid(Handle);

    /// <summary>How many rows the last statement changed.</summary>
    public int Changes => raw.sqlite3_changes(Handle);

    /// <summary>A statement to run many times; it lives as long as the connection.</summary>
    public Statement Prepare(string sql)
    {
        var statement = new Statement(Handle, sql);
        _statements.Add(statement);
        return statement;
    }

    /// <summary>A statement that the caller disposes.</summary>
    public Statement PrepareOnce(string sql) => new(Handle, sql);

    public void Execute(string sql)
    {
        using var statement = PrepareOnce(sql);
        while (statement.Step())
        {
        }
    }

    public long Number(string sql)
    {
        using var statement = PrepareOnce(sql);
        statement.Step();
        return statement.Long(0);
    }

    public string Text(string sql)
    {
        using var statement = PrepareOnce(sql);
        statement.Step();
        return statement.Text(0);
    }

    public void Dispose()
    {
        foreach (var statement in _statements)
            statement.Dispose();
        _connection.Dispose();
    }
}
