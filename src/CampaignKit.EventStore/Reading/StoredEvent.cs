namespace CampaignKit.EventStore;

/// <summary>An event as it was written, with its place. Equal when place, type and bytes are.</summary>
/// <param name="Position">Its position in the campaign, from 1.</param>
/// <param name="Stream">Its stream.</param>
/// <param name="Version">Its version in the stream, from 1.</param>
/// <param name="Type">The stable name of its type.</param>
/// <param name="Data">Its data.</param>
public readonly record struct StoredEvent(long Position, string Stream, long Version, string Type, ReadOnlyMemory<byte> Data)
{
    /// <inheritdoc/>
    public bool Equals(StoredEvent other) =>
        Position == other.Position
        && Version == other.Version
        && Stream == other.Stream
        && Type == other.Type
        && Data.Span.SequenceEqual(other.Data.Span);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Position, Version, Stream);
}
