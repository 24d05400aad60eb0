namespace CampaignKit.Leaderboards;

/// <summary>A node that holds items.</summary>
internal sealed class Leaf<T> : Node<T>
    where T : struct
{
    private readonly T[] _items = new T[Capacity];

    public ReadOnlySpan<T> Items => _items.AsSpan(0, Count);

    public override int Size => Count;

    public override ref readonly T First => ref _items[0];

    public int CountBefore<TCut>(TCut cut)
        where TCut : struct, ICut<T> =>
        CountBefore(Items, cut);

    public void Insert(int slot, in T item)
    {
        _items.AsSpan(slot, Count - slot).CopyTo(_items.AsSpan(slot + 1));
        _items[slot] = item;
        Count++;
    }

    public void RemoveAt(int slot)
    {
        _items.AsSpan(slot + 1, Count - slot - 1).CopyTo(_items.AsSpan(slot));
        Count--;
    }

    /// <summary>Moves the upper half into a new leaf to the right.</summary>
    public Leaf<T> Split()
    {
        var right = new Leaf<T>();
        var keep = Count / 2;
        right.Append(_items.AsSpan(keep, Count - keep));
        Count = keep;
        return right;
    }

    public override void Absorb(Node<T> right) => Append(((Leaf<T>)right).Items);

    private void Append(ReadOnlySpan<T> items)
    {
        items.CopyTo(_items.AsSpan(Count));
        Count += items.Length;
    }
}
