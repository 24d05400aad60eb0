namespace CampaignKit.EventStore.Sqlite;

/// <summary>What the writer knows of a stream: its last version.</summary>
internal sealed class StreamHead(long id, long version)
{
    public long Id { get; } = id;

    public long Version { get; set; } = version;
}
