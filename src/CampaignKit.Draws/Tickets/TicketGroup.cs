namespace CampaignKit.Draws;

/// <summary>Messages of equally many blocks behind the rule seed, and the entries of the pool whose tickets they give.</summary>
internal readonly ref struct TicketGroup
{
    private readonly ReadOnlySpan<int> _entries;
    private readonly int _first;

    /// <summary>Each message with its entry.</summary>
    internal TicketGroup(MessageGroup messages, ReadOnlySpan<int> entries)
    {
        Messages = messages;
        _entries = entries;
    }

    /// <summary>Messages of entries that follow one another from <paramref name="first"/>.</summary>
    internal TicketGroup(MessageGroup messages, int first)
    {
        Messages = messages;
        _first = first;
    }

    internal MessageGroup Messages { get; }

    internal int EntryOf(int message) => _entries.IsEmpty ? _first + message : _entries[message];
}
