namespace CampaignKit.EventStore;

/// <summary>One stream's part of an append: the version it must have, and the events to add. Immutable.</summary>
public sealed record StreamAppend
{
    /// <summary>Events for a stream.</summary>
    /// <param name="stream">The stream's name.</param>
    /// <param name="expected">The version that the stream must have for the append to happen.</param>
    /// <param name="events">One event or more, in order.</param>
    /// <exception cref="ArgumentException">The name is no name (see <see cref="EventStoreLimits"/>), or there are no events.</exception>
    public StreamAppend(string stream, ExpectedVersion expected, params IReadOnlyList<NewEvent> events)
    {
        Stream = EventStoreLimits.CheckName(stream, nameof(stream));
        Expected = expected;
        Guard.Against.Null(events);
        NewEvent[] copy = [.. events];
        Guard.Against.InvalidInput(copy, nameof(events), given => given.Length > 0, $"An append adds at least one event; there is none for stream '{stream}'.");
        Guard.Against.InvalidInput(copy, nameof(events), given => given.All(e => e.Type is not null), "An event of the append is the default NewEvent, which has no type.");
        Events = copy;
    }

    /// <summary>The stream's name.</summary>
    public string Stream { get; }

    /// <summary>The version that the stream must have.</summary>
    public ExpectedVersion Expected { get; }

    /// <summary>The events in order; at least one.</summary>
    public IReadOnlyList<NewEvent> Events { get; }
}
