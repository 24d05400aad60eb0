using CampaignKit.EventStore.Sqlite.Native;
using Microsoft.Data.Sqlite;

namespace CampaignKit.Benchmarks.Grievances;

/// <summary>The same questions in SQL, of SQLite in memory; its columns are numbers but for the week.</summary>
internal sealed class CaseTableSqlite : IDisposable
{
    private const string Full =
        """
        with timed as (
          select unit, category, week, closed, worth, closed - opened as took,
                 row_number() over (partition by unit, category, week order by closed is null, closed - opened) as place,
                 count(closed) over (partition by unit, category, week) as n
          from cases)
        select unit, category, week, count(*), count(*) - count(closed), sum(closed is not null and worth >= 0),
               sum(case when closed is not null and worth >= 0 then worth else 0 end),
               max(case when place = (5 * n + 9) / 10 then took end), max(case when place = (9 * n + 9) / 10 then took end)
        from timed group by unit, category, week
        """;

    private readonly SqliteConnection _connection;

    public CaseTableSqlite(CaseTableCases cases)
    {
        SystemSqlite.Use();
        _connection = new SqliteConnection("Data Source=:memory:");
        _connection.Open();
        Do("create table cases (unit integer not null, category integer not null, week integer not null, opened integer not null, closed integer, worth integer not null)");
        using var transaction = _connection.BeginTransaction();
        using var insert = _connection.CreateCommand();
        insert.CommandText = "insert into cases values ($0, $1, $2, $3, $4, $5)";
        SqliteParameter[] parameters = [.. Enumerable.Range(0, 6).Select(i => insert.Parameters.Add($"${i}", SqliteType.Integer))];
        foreach (var c in cases.Structs)
        {
            object[] values =
            [
                c.Unit, c.Category, c.Week, c.Opened / TimeSpan.TicksPerMinute,
                c.Closed == long.MaxValue ? DBNull.Value : c.Closed / TimeSpan.TicksPerMinute, c.Worth < 0 ? -1 : c.Worth * 10,
            ];
            for (var i = 0; i < values.Length; i++)
                parameters[i].Value = values[i];
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    public string Version => _connection.ServerVersion;

    public List<(int, int, int, long Cases, long Open, long Rated, long Worth, long P50, long P90)> Groups()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = Full;
        using var reader = command.ExecuteReader();
        var groups = new List<(int, int, int, long, long, long, long, long, long)>();
        while (reader.Read())
        {
            groups.Add((
                reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2), reader.GetInt64(3), reader.GetInt64(4), reader.GetInt64(5), reader.GetInt64(6),
                reader.IsDBNull(7) ? -1 : reader.GetInt64(7), reader.IsDBNull(8) ? -1 : reader.GetInt64(8)));
        }

        return groups;
    }

    public long Counts()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "select unit, category, week, count(*), count(*) - count(closed) from cases group by unit, category, week";
        using var reader = command.ExecuteReader();
        var sum = 0L;
        while (reader.Read())
            sum += reader.GetInt64(3);
        return sum;
    }

    public void Dispose() => _connection.Dispose();

    private void Do(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
