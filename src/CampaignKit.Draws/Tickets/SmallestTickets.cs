namespace CampaignKit.Draws;

/// <summary>Keeps the smallest tickets offered, at most <paramref name="capacity"/> of them: a heap with the largest kept on top.</summary>
internal sealed class SmallestTickets(int capacity)
{
    private readonly Ticketed[] _heap = new Ticketed[capacity];
    private int _count;

    internal void Offer(Ticketed candidate)
    {
        if (_count < _heap.Length)
            Rise(_count++, candidate);
        else if (_count > 0 && candidate.CompareTo(_heap[0]) < 0)
            Sink(candidate);
    }

    internal Ticketed[] InOrder()
    {
        var kept = _heap.AsSpan(0, _count).ToArray();
        Array.Sort(kept);
        return kept;
    }

    private void Rise(int place, Ticketed item)
    {
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
