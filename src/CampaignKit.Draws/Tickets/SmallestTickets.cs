namespace CampaignKit.Draws;

/// <summary>
/// Keeps the smallest tickets offered, at most <paramref name="capacity"/> of them: a heap with the largest kept on top. Tickets of one
/// entry are offered one after another, and only the smallest of them counts. The order of entries makes no difference.
/// </summary>
internal sealed class SmallestTickets(int capacity)
{
    private const int FirstRoom = 64;
    private const int NoEntry = -1;

    private Ticketed[] _heap = new Ticketed[Math.Min(capacity, FirstRoom)];
    private Ticketed _last = new(default, NoEntry);
    private int _count;

    /// <summary>Above this, the first word of a ticket of one of the entries says that it is not wanted.</summary>
    internal uint LimitOf(int firstEntry, int lastEntry)
    {
        var limit = _count < capacity ? uint.MaxValue : _heap[0].Ticket.FirstWord;
        // An entry of great weight has its groups to itself.
        return firstEntry == _last.Entry && lastEntry == _last.Entry ? Math.Min(limit, _last.Ticket.FirstWord) : limit;
    }

    internal void Offer(Ticketed candidate)
    {
        if (candidate.Entry != _last.Entry)
        {
            KeepLast();
            _last = candidate;
        }
        else if (candidate.Ticket < _last.Ticket)
        {
            _last = candidate;
        }
    }

    internal void Offer(SmallestTickets others)
    {
        foreach (var ticketed in others.InOrder())
            Offer(ticketed);
    }

    internal Ticketed[] InOrder()
    {
        KeepLast();
        _last = new Ticketed(default, NoEntry);
        var kept = _heap.AsSpan(0, _count).ToArray();
        Array.Sort(kept);
        return kept;
    }

    private void KeepLast()
    {
        if (_last.Entry == NoEntry)
            return;
        if (_count < capacity)
            Rise(_last);
        else if (_last.CompareTo(_heap[0]) < 0)
            Sink(_last);
    }

    private void Rise(Ticketed item)
    {
        if (_count == _heap.Length)
            Array.Resize(ref _heap, (int)Math.Min(capacity, 2L * _count));
        var place = _count++;
        while (place > 0)
        {
            var parent = (place - 1) / 2;
            if (_heap[parent].CompareTo(item) >= 0)
                break;
            _heap[place] = _heap[parent];
            place = parent;
        }

        _heap[place] = item;
    }

    private void Sink(Ticketed item)
    {
        var place = 0;
        for (var child = 1; child < _count; child = (2 * place) + 1)
        {
            if (child + 1 < _count && _heap[child + 1].CompareTo(_heap[child]) > 0)
                child++;
            if (_heap[child].CompareTo(item) <= 0)
                break;
            _heap[place] = _heap[child];
            place = child;
        }

        _heap[place] = item;
    }
}
