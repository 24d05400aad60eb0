using System.Buffers.Text;
using System.Runtime.CompilerServices;

namespace CampaignKit.Draws;

/// <summary>
/// Sifts entries with as many tickets as they have weight. Their messages, <c>id ‖ "#" ‖ j</c>, are written into a buffer of one group.
/// </summary>
internal sealed class WeightSieve : TicketSieve
{
    private const int Room = TicketHash.LongestMessage;

    // One entry can have all the tickets of a pool, and whoever waits must not have to wait for all of them.
    private const long TicketsBetweenLooks = 1 << 16;

    private readonly Pool? _pool;
    private readonly CancellationToken _cancellation;
    private readonly ReadOnlyMemory<int>? _entries;
    private readonly OpenTicketGroup[] _groups;
    private readonly byte[] _text;
    private OpenTicketGroup _open;

    internal WeightSieve(Pool? pool, ReadOnlyMemory<int>? entries, TicketHash hash, int room, CancellationToken cancellation = default)
        : base(hash, room)
    {
        _pool = pool;
        _cancellation = cancellation;
        _entries = entries;
        _groups = [.. Enumerable.Range(0, Sha256Block.CountFor(Room)).Select(_ => new OpenTicketGroup(hash.Lanes))];
        _open = _groups[0];
        _text = new byte[hash.Lanes * Room];
    }

    internal override void Sift(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            var entry = _entries is { } entries ? entries.Span[i] : i;
            Sift(_pool!.Lines.Id(entry), _pool.ValueAt(entry), entry);
        }
    }

    /// <summary>One entry; of weight 0 it has no ticket.</summary>
    internal void Sift(ReadOnlySpan<byte> id, long weight, int entry)
    {
        for (long first = 1; first <= weight; first += TicketsBetweenLooks)
        {
            _cancellation.ThrowIfCancellationRequested();
            Sift(id, first, Math.Min(weight, first + TicketsBetweenLooks - 1), entry);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sift(ReadOnlySpan<byte> id, long first, long last, int entry)
    {
        for (var number = first; number <= last; number++)
        {
            // Where it is hashed from, since to write it and read it again at once holds a processor up.
            var message = _text.AsSpan(_open.Count * Room, Room);
            id.CopyTo(message);
            message[id.Length] = (byte)'#';
            Utf8Formatter.TryFormat(number, message[(id.Length + 1)..], out var digits);
            Add(message[..(id.Length + 1 + digits)], entry);
        }
    }

    private protected override void HashOpenGroups()
    {
        if (_open.Count > 0)
            Hash(_open.Take(_text));
    }

    // One group is open at a time, so that the tickets of an entry are offered one after another.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(ReadOnlySpan<byte> message, int entry)
    {
        var group = _groups[Sha256Block.CountFor(message.Length) - 1];
        if (group != _open)
        {
            HashOpenGroups();
            _open = group;
            message.CopyTo(_text);
        }

        group.Add(new TextSlice(group.Count * Room, message.Length), entry);
        if (group.IsFull)
            HashOpenGroups();
    }
}
