namespace CampaignKit.Draws;

/// <summary>A group of equally many blocks that is being gathered until it is full.</summary>
/// <param name="capacity">The most messages.</param>
internal sealed class OpenTicketGroup(int capacity)
{
    private readonly TextSlice[] _messages = new TextSlice[capacity];
    private readonly int[] _entries = new int[capacity];

    internal int Count { get; private set; }

    internal bool IsFull => Count == capacity;

    internal void Add(TextSlice message, int entry)
    {
        _messages[Count] = message;
        _entries[Count] = entry;
        Count++;
    }

    /// <summary>What was gathered; the next message begins anew.</summary>
    internal TicketGroup Take(ReadOnlySpan<byte> text)
    {
        var group = new TicketGroup(new MessageGroup(text, _messages.AsSpan(0, Count)), _entries);
        Count = 0;
        return group;
    }
}
