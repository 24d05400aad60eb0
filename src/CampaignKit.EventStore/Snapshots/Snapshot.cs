namespace CampaignKit.EventStore;

/// <summary>The state of a projection after the events up to a position. The data is copied; equal when position and bytes are.</summary>
public sealed record Snapshot
{
    /// <summary>A projection's state.</summary>
    /// <param name="position">The position of the last event folded into it, from 1.</param>
    /// <param name="data">The state as the projection writes it, up to <see cref="EventStoreLimits.SnapshotBytes"/> bytes; copied.</param>
    /// <exception cref="ArgumentException">The position is below 1, or the data is too large.</exception>
    public Snapshot(long position, ReadOnlyMemory<byte> data)
    {
        Position = Guard.Against.NegativeOrZero(position);
        Guard.Against.InvalidInput(data.Length, nameof(data), length => length <= EventStoreLimits.SnapshotBytes,
            $"A snapshot has at most {EventStoreLimits.SnapshotBytes} bytes; this one has {data.Length}.");
        Data = data.ToArray();
    }

    /// <summary>The position of the last event folded into it.</summary>
    public long Position { get; }

    /// <summary>The state as the projection writes it.</summary>
    public ReadOnlyMemory<byte> Data { get; }

    /// <inheritdoc/>
    public bool Equals(Snapshot? other) => other is not null && Position == other.Position && Data.Span.SequenceEqual(other.Data.Span);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Position, Data.Length);
}
