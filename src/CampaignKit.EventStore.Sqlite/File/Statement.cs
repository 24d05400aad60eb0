using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CampaignKit.EventStore.Sqlite;

/// <summary>A prepared statement: bind by place (from 1), run, read columns by place (from 0). Errors are <see cref="SqliteException"/>s.</summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    public Statement(sqlite3 database, string sql)
    {
        _database = database;
        Check(raw.sqlite3_prepare_v2(database, sql, out _statement), database);
    }

    public static void Check(int code, sqlite3 database) => SqliteException.ThrowExceptionForRC(code, database);

    public Statement Bind(int place, long value)
    {
        Check(raw.sqlite3_bind_int64(_statement, place, value), _database);
        return this;
    }

    public Statement Bind(int place, string value)
    {
        Check(raw.sqlite3_bind_text(_statement, place, value), _database);
        return this;
    }

    public Statement Bind(int place, ReadOnlySpan<byte> value)
    {
        // A pointer to nothing would bind NULL.
        Check(value.IsEmpty ? raw.sqlite3_bind_zeroblob(_statement, place, 0) : raw.sqlite3_bind_blob(_statement, place, value), _database);
        return this;
    }

    /// <summary>Moves to the next row; at the end the statement is ready to run again.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(_statement);
        if (code == raw.SQLITE_ROW)
            return true;
        if (code != raw.SQLITE_DONE)
            Fail(code);
        Reset();
        return false;
    }

    /// <summary>Runs a statement that gives no rows.</summary>
    public void Run()
    {
        if (Step())
            throw new InvalidOperationException("A statement run for its effect gave a row.");
    }

    /// <summary>Runs a statement that gives one number or nothing.</summary>
    public long? Number()
    {
        long? number = Step() ? Long(0) : null;
        Reset();
        return number;
    }

    /// <summary>Makes the statement ready to run again, and ends its read transaction.</summary>
    public void Reset() => raw.sqlite3_reset(_statement);

    public long Long(int column) => raw.sqlite3_column_int64(_statement, column);

    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    public ReadOnlySpan<byte> Blob(int column) => raw.sqlite3_column_blob(_statement, column);

    public void Dispose() => _statement?.Dispose();

    private void Fail(int code)
    {
        try
        {
            Check(code, _database);
        }
        finally
        {
            Reset();
        }
    }
}
