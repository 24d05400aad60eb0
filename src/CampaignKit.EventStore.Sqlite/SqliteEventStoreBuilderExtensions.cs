using CampaignKit.EventStore;
using CampaignKit.EventStore.Sqlite;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Names SQLite as the event store of a host.</summary>
public static class SqliteEventStoreBuilderExtensions
{
    /// <summary>Keeps events in a SQLite file, in place of a store named before. The options are checked at once; the file is opened when the host needs it.</summary>
    /// <param name="builder">The host's builder.</param>
    /// <param name="connectionString">Such as <c>Data Source=campaigns.db</c>.</param>
    /// <param name="configure">Sets further options.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">The options are wrong; the message says everything that is.</exception>
    public static TBuilder UseSqlite<TBuilder>(this TBuilder builder, string connectionString, Action<SqliteEventStoreOptions>? configure = null)
        where TBuilder : IEventStoreBuilder
    {
        Guard.Against.Null(builder);
        var options = new SqliteEventStoreOptions { ConnectionString = connectionString };
        configure?.Invoke(options);
        var complete = options.Checked();
        builder.UseEventStore(_ => SqliteEventStore.Open(complete));
        return builder;
    }
}
