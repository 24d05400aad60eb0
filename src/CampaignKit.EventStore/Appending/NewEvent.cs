namespace CampaignKit.EventStore;

/// <summary>
/// An event to be written: a stable type name and data that the store does not look into. The data is copied, so that what the caller
/// does to its buffer afterwards changes nothing. Equal when type and bytes are.
/// </summary>
public readonly record struct NewEvent
{
    /// <summary>An event of a type, with its data.</summary>
    /// <param name="type">The stable name of the event's type.</param>
    /// <param name="data">The data, which may be empty, up to <see cref="EventStoreLimits.DataBytes"/> bytes; copied.</param>
    /// <exception cref="ArgumentException">The type is no name (see <see cref="EventStoreLimits"/>), or the data is too large.</exception>
    public NewEvent(string type, ReadOnlyMemory<byte> data)
    {
        Type = EventStoreLimits.CheckName(type, nameof(type));
        Guard.Against.InvalidInput(data.Length, nameof(data), length => length <= EventStoreLimits.DataBytes,
            $"An event has at most {EventStoreLimits.DataBytes} bytes of data; this '{type}' has {data.Length}.");
        Data = data.ToArray();
    }

    /// <summary>The stable name of the event's type.</summary>
    public string Type { get; }

    /// <summary>The data.</summary>
    public ReadOnlyMemory<byte> Data { get; }

    /// <inheritdoc/>
    public bool Equals(NewEvent other) => Type == other.Type && Data.Span.SequenceEqual(other.Data.Span);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Type, Data.Length);
}
