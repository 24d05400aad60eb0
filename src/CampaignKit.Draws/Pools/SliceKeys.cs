namespace CampaignKit.Draws;

/// <summary>A run of slices, each by its index and eight of its bytes as a number, with as much room beside it to sort in.</summary>
internal readonly ref struct SliceKeys
{
    /// <summary>The bytes of a key.</summary>
    internal const int Size = sizeof(ulong);

    private const int Digits = 256;

    // Below this, to compare takes less time than to count.
    private const int LeastToCount = 2048;

    private readonly Span<ulong> _spareKeys;
    private readonly Span<int> _spareOrder;

    /// <summary>All of <paramref name="order"/>, whose keys are to be set.</summary>
    internal SliceKeys(Span<int> order)
        : this(new ulong[order.Length], order, new ulong[order.Length], new int[order.Length])
    {
    }

    private SliceKeys(Span<ulong> keys, Span<int> order, Span<ulong> spareKeys, Span<int> spareOrder)
    {
        Keys = keys;
        Order = order;
        _spareKeys = spareKeys;
        _spareOrder = spareOrder;
    }

    internal Span<ulong> Keys { get; }

    internal Span<int> Order { get; }

    internal int Length => Keys.Length;

    internal SliceKeys this[Range range] => new(Keys[range], Order[range], _spareKeys[range], _spareOrder[range]);

    /// <summary>Sorts the slices by their keys.</summary>
    internal void Sort()
    {
        if (!Keys.ContainsAnyExcept(Keys[0]))
            return;
        if (Length < LeastToCount)
            Keys.Sort(Order);
        else
            SortByDigits();
    }

    /// <summary>By one byte of the key after another, the last one first; a byte that all have in common is left out.</summary>
    private void SortByDigits()
    {
        var countsOfAll = new int[Size * Digits];
        foreach (var key in Keys)
        {
            for (var digit = 0; digit < Size; digit++)
                countsOfAll[(digit * Digits) + (byte)(key >> (8 * digit))]++;
        }

        var from = this;
        var to = new SliceKeys(_spareKeys, _spareOrder, Keys, Order);
        for (var digit = 0; digit < Size; digit++)
        {
            var counts = countsOfAll.AsSpan(digit * Digits, Digits);
            if (counts.Contains(Length))
                continue;
            from.MoveByDigit(8 * digit, counts, to);
            var moved = to;
            to = from;
            from = moved;
        }

        from.Keys.CopyTo(Keys);
        from.Order.CopyTo(Order);
    }

    private void MoveByDigit(int shift, Span<int> counts, SliceKeys to)
    {
        var next = 0;
        foreach (ref var count in counts)
            (count, next) = (next, next + count);
        for (var i = 0; i < Length; i++)
        {
            var place = counts[(byte)(Keys[i] >> shift)]++;
            to.Keys[place] = Keys[i];
            to.Order[place] = Order[i];
        }
    }
}
