namespace CampaignKit.EventStore;

/// <summary>An event on its way into an empty campaign; its position and version follow from its place in the order.</summary>
public readonly record struct ImportedEvent
{
    /// <summary>An event for a stream.</summary>
    /// <param name="stream">The stream's name.</param>
    /// <param name="type">The stable name of the event's type.</param>
    /// <param name="data">The data, up to <see cref="EventStoreLimits.DataBytes"/> bytes; copied.</param>
    /// <exception cref="ArgumentException">A name is no name (see <see cref="EventStoreLimits"/>), or the data is too large.</exception>
    public ImportedEvent(string stream, string type, ReadOnlyMemory<byte> data)
    {
        Stream = EventStoreLimits.CheckName(stream, nameof(stream));
        Event = new NewEvent(type, data);
    }

    /// <summary>The stream's name.</summary>
    public string Stream { get; }

    /// <summary>The event.</summary>
    public NewEvent Event { get; }
}
