namespace CampaignKit.EventStore;

/// <summary>
/// What one append writes: events for one or more streams, all or nothing. Positions are given in the order of the streams, and within
/// a stream in the order of its events. Immutable.
/// </summary>
public sealed record Append
{
    /// <summary>An append to several streams.</summary>
    /// <param name="id">What a retry is recognised by; it stays valid for good.</param>
    /// <param name="streams">The streams, each once; at least one, with at most <see cref="EventStoreLimits.EventsPerAppend"/> events together.</param>
    /// <exception cref="ArgumentException">The id is the default one, there are no streams, one comes twice, or there are too many events.</exception>
    public Append(AppendId id, IReadOnlyList<StreamAppend> streams)
    {
        Id = Guard.Against.InvalidInput(id, nameof(id), given => given != default, "An append needs an id: the default AppendId is none.");
        Guard.Against.Null(streams);
        StreamAppend[] copy = [.. streams];
        Guard.Against.InvalidInput(copy, nameof(streams), given => given.Length > 0, "An append names at least one stream.");
        Guard.Against.InvalidInput(copy, nameof(streams), given => !given.Contains(null), "A stream of the append is null.");
        if (copy.Length > 1 && copy.GroupBy(stream => stream.Stream, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new ArgumentException($"An append names a stream once; '{twice.Key}' comes {twice.Count()} times.", nameof(streams));

        EventCount = copy.Sum(stream => stream.Events.Count);
        Guard.Against.InvalidInput(EventCount, nameof(streams), count => count <= EventStoreLimits.EventsPerAppend,
            $"An append has at most {EventStoreLimits.EventsPerAppend} events; this one has {EventCount}.");
        Streams = copy;
    }

    /// <summary>An append to one stream.</summary>
    /// <param name="id">What a retry is recognised by; it stays valid for good.</param>
    /// <param name="stream">The stream's name.</param>
    /// <param name="expected">The version that the stream must have.</param>
    /// <param name="events">One event or more.</param>
    /// <exception cref="ArgumentException">See <see cref="StreamAppend"/> and the other constructor.</exception>
    public Append(AppendId id, string stream, ExpectedVersion expected, params IReadOnlyList<NewEvent> events)
        : this(id, [new StreamAppend(stream, expected, events)])
    {
    }

    /// <summary>What a retry is recognised by, within the campaign.</summary>
    public AppendId Id { get; }

    /// <summary>The streams, each once, in the order in which their events get positions.</summary>
    public IReadOnlyList<StreamAppend> Streams { get; }

    /// <summary>How many events there are over all streams.</summary>
    public int EventCount { get; }

    /// <summary>
    /// The digest of everything that makes two appends of one id the same: the campaign, each stream with its expected version, each
    /// event's type and data, in order. For stores, which keep it to tell a retry from a mistake.
    /// </summary>
    /// <returns>The first 16 bytes of a SHA-256.</returns>
    public byte[] DigestFor(string campaign) => AppendDigest.Of(campaign, this);
}
