using CampaignKit.EventStore.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CampaignKit.EventStore.Tests;

public sealed class SqliteOptionsTests
{
    [Theory]
    [InlineData("", "is empty")]
    [InlineData("  ", "is empty")]
    [InlineData("Data Source=", "Data Source is empty")]
    [InlineData("Data Source=:memory:", "in-memory event store")]
    [InlineData("Data Source=x;Mode=Memory", "in-memory event store")]
    [InlineData("Data Source=x;Mode=Memory;Cache=Shared", "Cache is Shared")]
    [InlineData("Data Source=x;Mode=ReadOnly", "Mode is ReadOnly")]
    [InlineData("Data Source=file:x?mode=ro", "plain path")]
    [InlineData("Data Source=|DataDirectory|x", "plain path")]
    [InlineData("Server=x", "not one of Microsoft.Data.Sqlite")]
    [InlineData("Data Source=x;Mode=Perhaps", "not one of Microsoft.Data.Sqlite")]
    public void Open_UnfitConnectionString_ThrowsSayingWhy(string connectionString, string reason) =>
        Assert.Contains(reason, Assert.Throws<ArgumentException>(() => SqliteEventStore.Open(connectionString)).Message);

    [Fact]
    public void Open_SeveralProblems_AreToldTogether()
    {
        var options = new SqliteEventStoreOptions
        {
            ConnectionString = "Data Source=x;Mode=ReadOnly",
            Linger = TimeSpan.FromMilliseconds(101),
            BatchEvents = 0,
            PageEvents = 100_001,
            CheckpointPages = -1,
        };

        var message = Assert.Throws<ArgumentException>(() => SqliteEventStore.Open(options)).Message;

        Assert.All(["Mode is ReadOnly", "Linger is 101 ms", "BatchEvents is 0", "PageEvents is 100001", "CheckpointPages is -1"], part => Assert.Contains(part, message));
    }

    [Fact]
    public void Linger_NotWholeMilliseconds_IsRefused() =>
        Assert.Contains("Linger is 0.5 ms", Assert.Throws<ArgumentException>(() =>
            SqliteEventStore.Open(new SqliteEventStoreOptions { ConnectionString = "Data Source=x", Linger = TimeSpan.FromMicroseconds(500) })).Message);

    [Fact]
    public async Task UseSqlite_OnABuilder_NamesTheStore()
    {
        CampaignKit.EventStore.Sqlite.Native.SystemSqlite.Use();
        using var folder = new TemporaryFolder();
        var builder = new Builder();

        Assert.Same(builder, builder.UseSqlite(folder.ConnectionString, options => options.PageEvents = 5));

        Assert.False(File.Exists(folder.Database));
        await using var store = Assert.IsType<SqliteEventStore>(builder.Create!(null!));
        Assert.True(File.Exists(folder.Database));
    }

    [Fact]
    public void UseSqlite_WrongOptions_ThrowsAtOnce() =>
        Assert.Throws<ArgumentException>(() => new Builder().UseSqlite("Data Source=x", options => options.PageEvents = 0));

    private sealed class Builder : IEventStoreBuilder
    {
        public Func<IServiceProvider, IEventStore>? Create { get; private set; }

        public void UseEventStore(Func<IServiceProvider, IEventStore> create) => Create = create;
    }
}
