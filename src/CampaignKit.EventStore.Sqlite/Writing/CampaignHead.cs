namespace CampaignKit.EventStore.Sqlite;

/// <summary>What the writer knows of a campaign: its last position and the last versions of the streams it has met.</summary>
internal sealed class CampaignHead(long id, long position)
{
    public long Id { get; } = id;

    public long Position { get; set; } = position;

    public Dictionary<string, StreamHead> Streams { get; } = new(StringComparer.Ordinal);
}
