namespace CampaignKit.Draws;

/// <summary>Messages of equally many blocks that are hashed together, and the entries of the pool whose tickets they give.</summary>
internal readonly ref struct TicketGroup
{
    private readonly ReadOnlySpan<int> _entries;
    private readonly int _first;

    /// <summary>At least one message, each with its entry.</summary>
    internal TicketGroup(ReadOnlySpan<byte> text, ReadOnlySpan<TextSlice> messages, ReadOnlySpan<int> entries)
        : this(text, messages)
    {
        _entries = entries;
    }

    /// <summary>At least one message, of entries that follow one another from <paramref name="first"/>.</summary>
    internal TicketGroup(ReadOnlySpan<byte> text, ReadOnlySpan<TextSlice> messages, int first)
        : this(text, messages)
    {
        _first = first;
    }

    private TicketGroup(ReadOnlySpan<byte> text, ReadOnlySpan<TextSlice> messages)
    {
        Text = text;
        Messages = messages;
        foreach (var message in messages)
            Longest = Math.Max(Longest, message.Length);
    }

    internal ReadOnlySpan<byte> Text { get; }

    internal ReadOnlySpan<TextSlice> Messages { get; }

    internal int Longest { get; }

    /// <summary>The blocks of each message behind the rule seed, padding included.</summary>
    internal int Blocks => Sha256Block.CountFor(Longest);

    internal int EntryOf(int message) => _entries.IsEmpty ? _first + message : _entries[message];
}
