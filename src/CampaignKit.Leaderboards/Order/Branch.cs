namespace CampaignKit.Leaderboards;

/// <summary>A node that holds nodes, and beside each how many items it has and which is its first.</summary>
internal sealed class Branch<T> : Node<T>
    where T : struct
{
    private readonly Node<T>[] _children = new Node<T>[Capacity];
    private readonly int[] _sizes = new int[Capacity];
    private readonly T[] _firsts = new T[Capacity];

    public Branch()
    {
    }

    public Branch(Node<T> left, Node<T> right)
    {
        Insert(0, left);
        Insert(1, right);
    }

    public ReadOnlySpan<Node<T>> Children => _children.AsSpan(0, Count);

    public ReadOnlySpan<int> Sizes => _sizes.AsSpan(0, Count);

    public ReadOnlySpan<T> Firsts => _firsts.AsSpan(0, Count);

    public override int Size => SizeBefore(Count);

    public override ref readonly T First => ref _firsts[0];

    /// <summary>The slot of the child that holds the last item before the cut; the first child if no item lies before it.</summary>
    public int ChildBefore<TCut>(TCut cut)
        where TCut : struct, ICut<T> =>
        CountBefore(Firsts[1..], cut);

    /// <summary>How many items lie in the children before <paramref name="slot"/>.</summary>
    public int SizeBefore(int slot)
    {
        var size = 0;
        foreach (var childSize in _sizes.AsSpan(0, slot))
            size += childSize;
        return size;
    }

    /// <summary>Notes that the child at <paramref name="slot"/> has <paramref name="by"/> items more.</summary>
    public void Recount(int slot, int by)
    {
        _sizes[slot] += by;
        if (_sizes[slot] > 0)
            _firsts[slot] = _children[slot].First;
    }

    /// <summary>Puts in what split off to the right of the child at <paramref name="slot"/>.</summary>
    public void InsertSplit(int slot, Node<T> right)
    {
        _sizes[slot] = _children[slot].Size;
        Insert(slot + 1, right);
    }

    /// <summary>Drops the child at <paramref name="slot"/> if it is empty, joins it with a neighbour if it is sparse and both fit in one.</summary>
    public void Tidy(int slot)
    {
        if (_sizes[slot] == 0)
            RemoveAt(slot);
        else if (_children[slot].Count > Sparse)
            return;
        else if (slot > 0 && FitTogether(slot - 1))
            JoinRight(slot - 1);
        else if (slot < Count - 1 && FitTogether(slot))
            JoinRight(slot);
    }

    /// <summary>Moves the upper half of the children into a new branch to the right.</summary>
    public Branch<T> Split()
    {
        var right = new Branch<T>();
        var keep = Count / 2;
        right.Append(this, keep, Count - keep);
        _children.AsSpan(keep, Count - keep).Clear();
        Count = keep;
        return right;
    }

    public override void Absorb(Node<T> right) => Append((Branch<T>)right, 0, right.Count);

    private bool FitTogether(int slot) => _children[slot].Count + _children[slot + 1].Count <= Capacity;

    private void JoinRight(int slot)
    {
        _children[slot].Absorb(_children[slot + 1]);
        _sizes[slot] += _sizes[slot + 1];
        RemoveAt(slot + 1);
    }

    private void Insert(int slot, Node<T> child)
    {
        var behind = Count - slot;
        _children.AsSpan(slot, behind).CopyTo(_children.AsSpan(slot + 1));
        _sizes.AsSpan(slot, behind).CopyTo(_sizes.AsSpan(slot + 1));
        _firsts.AsSpan(slot, behind).CopyTo(_firsts.AsSpan(slot + 1));
        _children[slot] = child;
        _sizes[slot] = child.Size;
        _firsts[slot] = child.First;
        Count++;
    }

    private void RemoveAt(int slot)
    {
        var behind = Count - slot - 1;
        _children.AsSpan(slot + 1, behind).CopyTo(_children.AsSpan(slot));
        _sizes.AsSpan(slot + 1, behind).CopyTo(_sizes.AsSpan(slot));
        _firsts.AsSpan(slot + 1, behind).CopyTo(_firsts.AsSpan(slot));
        Count--;
        _children[Count] = null!;
    }

    private void Append(Branch<T> source, int from, int count)
    {
        source._children.AsSpan(from, count).CopyTo(_children.AsSpan(Count));
        source._sizes.AsSpan(from, count).CopyTo(_sizes.AsSpan(Count));
        source._firsts.AsSpan(from, count).CopyTo(_firsts.AsSpan(Count));
        Count += count;
    }
}
