namespace CampaignKit.EventStore;

/// <summary>
/// A reader asked for what comes after an event that the store does not have: the store was put back to an earlier state, or the
/// cursor belongs to another one. The reader must start over.
/// </summary>
public sealed class CursorBeyondHeadException : Exception
{
    /// <summary>A cursor beyond a head that nobody named.</summary>
    public CursorBeyondHeadException()
        : base("The cursor lies beyond the head.")
    {
    }

    /// <summary>A cursor beyond the head, told in a message.</summary>
    public CursorBeyondHeadException(string message)
        : base(message)
    {
    }

    /// <summary>A cursor beyond the head, told in a message, with a cause.</summary>
    public CursorBeyondHeadException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    private CursorBeyondHeadException(string message, long cursor, long head)
        : base(message) =>
        (Cursor, Head) = (cursor, head);

    /// <summary>The position or version after which was to be read.</summary>
    public long Cursor { get; }

    /// <summary>The last position or version there is: 0 for none.</summary>
    public long Head { get; }

    /// <summary>Throws if <paramref name="cursor"/> is beyond the head of <paramref name="campaign"/>.</summary>
    public static void ThrowIfBeyond(string campaign, long cursor, long head)
    {
        if (cursor > head)
            throw new CursorBeyondHeadException($"Cursor {cursor} lies beyond the head of campaign '{campaign}', which is {head}.", cursor, head);
    }

    /// <summary>Throws if <paramref name="cursor"/> is beyond the last version of <paramref name="stream"/>.</summary>
    public static void ThrowIfBeyond(string campaign, string stream, long cursor, long head)
    {
        if (cursor > head)
            throw new CursorBeyondHeadException($"Cursor {cursor} lies beyond the last version of stream '{stream}' of campaign '{campaign}', which is {head}.", cursor, head);
    }
}
