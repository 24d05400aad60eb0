namespace CampaignKit.EventStore;

/// <summary>
/// An append-only store of events, ordered per campaign. Within a campaign events have positions 1, 2, 3, … without holes; within a
/// stream they have versions 1, 2, 3, … without holes. Campaigns know nothing of one another: a stream name or an append id in one
/// says nothing about the other.
/// </summary>
/// <remarks>
/// All members are safe to call from any thread at once. Names (of campaigns, streams and event types) are compared byte by byte and
/// bounded by <see cref="EventStoreLimits"/>. Members throw <see cref="EventStoreUnavailableException"/> when the store cannot be
/// reached, and <see cref="ObjectDisposedException"/> after disposal. Disposal finishes what was already asked for.
/// </remarks>
public interface IEventStore : IAsyncDisposable
{
    /// <summary>
    /// Appends events to one or more streams: all of them, or none. What is answered as committed is durable as far as the store
    /// is, and every later read sees it.
    /// </summary>
    /// <param name="campaign">The campaign; the first append brings it into being.</param>
    /// <param name="append">The streams with their expected versions and events, under the id that makes a retry harmless.</param>
    /// <param name="cancellationToken">
    /// Withdraws the append while it still waits for its turn; once it is being written, its answer comes.
    /// </param>
    /// <returns><see cref="AppendCommitted"/>, <see cref="AppendDuplicate"/>, <see cref="AppendConflict"/> or <see cref="AppendIdMismatch"/>.</returns>
    /// <exception cref="ArgumentException">The campaign's name is empty, too long, or not well-formed text.</exception>
    /// <exception cref="OperationCanceledException">The append was withdrawn; nothing was written.</exception>
    /// <exception cref="EventStoreUnavailableException">The outcome is unknown: append again with the same id.</exception>
    ValueTask<AppendResult> AppendAsync(string campaign, Append append, CancellationToken cancellationToken = default);

    /// <summary>The head of a campaign: the position of its last event as of the call; 0 for a campaign that has none.</summary>
    /// <param name="campaign">The campaign's name.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="EventStoreUnavailableException">The store cannot be reached.</exception>
    ValueTask<long> HeadAsync(string campaign, CancellationToken cancellationToken = default);

    /// <summary>
    /// Reads a campaign's events in the order of their positions: from <paramref name="after"/> + 1 to the head as it is when the
    /// enumeration starts. An unknown campaign is an empty one.
    /// </summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="after">The position that the reader has already: 0 for none.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <exception cref="CursorBeyondHeadException">While enumerating: <paramref name="after"/> lies beyond the head.</exception>
    IAsyncEnumerable<StoredEvent> ReadCampaignAsync(string campaign, long after, CancellationToken cancellationToken = default);

    /// <summary>
    /// Reads a stream's events in the order of their versions: from <paramref name="after"/> + 1 to the last one as it is when the
    /// enumeration starts. An unknown stream is an empty one.
    /// </summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="after">The version that the reader has already: 0 for none.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <exception cref="CursorBeyondHeadException">While enumerating: <paramref name="after"/> lies beyond the stream's last version.</exception>
    IAsyncEnumerable<StoredEvent> ReadStreamAsync(string campaign, string stream, long after, CancellationToken cancellationToken = default);

    /// <summary>Waits until the campaign's head has probably moved beyond <paramref name="after"/>: a hint to read again, not a promise.</summary>
    /// <param name="campaign">The campaign, which need not exist yet.</param>
    /// <param name="after">The position that the reader has already: 0 for none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="CursorBeyondHeadException"><paramref name="after"/> lies beyond the head.</exception>
    ValueTask WaitForMoreAsync(string campaign, long after, CancellationToken cancellationToken = default);

    /// <summary>
    /// Fills an empty campaign with events in the order given, assigning positions and versions from 1: all of them, or none when the
    /// source fails, is cancelled, or somebody else writes to the campaign meanwhile. Nobody sees a part of it.
    /// </summary>
    /// <param name="campaign">The campaign, which must have no events.</param>
    /// <param name="events">The events, read once. An empty source leaves the campaign empty.</param>
    /// <param name="cancellationToken">Gives the import up, leaving nothing, until its last step is being written.</param>
    /// <returns>How many events were imported, which is the campaign's head.</returns>
    /// <exception cref="CampaignNotEmptyException">The campaign has events.</exception>
    ValueTask<long> ImportAsync(string campaign, IAsyncEnumerable<ImportedEvent> events, CancellationToken cancellationToken = default);
}
