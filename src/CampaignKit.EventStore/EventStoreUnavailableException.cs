namespace CampaignKit.EventStore;

/// <summary>
/// The store could not do its work: unreachable, in use by another writer, out of space, failing. Whether an append that ends so was
/// written is unknown; to append again with the same id is safe and tells.
/// </summary>
public sealed class EventStoreUnavailableException : Exception
{
    /// <summary>A failure without further word.</summary>
    public EventStoreUnavailableException()
        : this("The event store is unavailable.")
    {
    }

    /// <summary>A failure with its reason.</summary>
    public EventStoreUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>A failure with its reason and cause.</summary>
    public EventStoreUnavailableException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
