using System.Runtime.CompilerServices;

namespace CampaignKit.Draws;

/// <summary>Sifts entries with one ticket each, whose messages are their ids where they stand in the pool's text.</summary>
internal sealed class IdSieve : TicketSieve
{
    private readonly EntrantLines _lines;
    private readonly ReadOnlyMemory<int>? _entries;
    private readonly OpenTicketGroup[] _groups;

    internal IdSieve(Pool pool, ReadOnlyMemory<int>? entries, TicketHash hash, int room)
        : base(hash, room)
    {
        _lines = pool.Lines;
        _entries = entries;
        _groups = [.. Enumerable.Range(0, Sha256Block.CountFor(EntrantText.MaxIdBytes)).Select(_ => new OpenTicketGroup(hash.Lanes))];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Sift(int first, int end)
    {
        if (_entries is { } entries)
        {
            foreach (var entry in entries.Span[first..end])
                Add(entry);
            return;
        }

        for (; end - first >= Lanes; first += Lanes)
            SiftRun(first);
        for (; first < end; first++)
            Add(first);
    }

    private protected override void HashOpenGroups()
    {
        foreach (var group in _groups)
        {
            if (group.Count > 0)
                Hash(group.Take(_lines.Text));
        }
    }

    // Ids are mostly of one block each: then they are a group as they stand.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void SiftRun(int first)
    {
        var run = new MessageGroup(_lines.Text, _lines.Ids.Slice(first, Lanes));
        if (run.Blocks == 1)
        {
            Hash(new TicketGroup(run, first));
            return;
        }

        for (var entry = first; entry < first + Lanes; entry++)
            Add(entry);
    }

    private void Add(int entry)
    {
        var id = _lines.Ids[entry];
        var group = _groups[Sha256Block.CountFor(id.Length) - 1];
        group.Add(id, entry);
        if (group.IsFull)
            Hash(group.Take(_lines.Text));
    }
}
