namespace CampaignKit.Leaderboards;

/// <summary>
/// A node of a <see cref="MemberTree{TTies}"/> that stands over others: beside each child's number its first key, how many members are below it, and
/// how many of those are the first of their key.
/// </summary>
internal sealed class Branch
{
    public const int Capacity = 64;

    private readonly long[] _firsts = new long[Capacity];
    private readonly int[] _sizes = new int[Capacity];
    private readonly int[] _leads = new int[Capacity];
    private readonly int[] _children = new int[Capacity];

    /// <summary>The number of the branch above; that of no branch at the root.</summary>
    public int Parent { get; set; }

    public int Count { get; private set; }

    public bool IsFull => Count == Capacity;

    public ReadOnlySpan<long> Firsts => _firsts.AsSpan(0, Count);

    public ReadOnlySpan<int> Sizes => _sizes.AsSpan(0, Count);

    public ReadOnlySpan<int> Leads => _leads.AsSpan(0, Count);

    public ReadOnlySpan<int> Children => _children.AsSpan(0, Count);

    public int Size => Numbers.Sum(Sizes);

    public int LeadCount => Numbers.Sum(Leads);

    public int SlotOf(int child) => Children.IndexOf(child);

    public void SetFirst(int slot, long first) => _firsts[slot] = first;

    public void Recount(int slot, int size, int leads)
    {
        _sizes[slot] += size;
        _leads[slot] += leads;
    }

    public void Insert(int slot, int child, long first, int size, int leads)
    {
        Shift(slot, slot + 1);
        _firsts[slot] = first;
        _sizes[slot] = size;
        _leads[slot] = leads;
        _children[slot] = child;
        Count++;
    }

    public void RemoveAt(int slot)
    {
        Shift(slot + 1, slot);
        Count--;
    }

    /// <summary>Moves the children from <paramref name="slot"/> on to the end of another branch.</summary>
    public void MoveTo(Branch other, int slot)
    {
        Firsts[slot..].CopyTo(other._firsts.AsSpan(other.Count));
        Sizes[slot..].CopyTo(other._sizes.AsSpan(other.Count));
        Leads[slot..].CopyTo(other._leads.AsSpan(other.Count));
        Children[slot..].CopyTo(other._children.AsSpan(other.Count));
        other.Count += Count - slot;
        Count = slot;
    }

    private void Shift(int from, int to)
    {
        var length = Count - from;
        _firsts.AsSpan(from, length).CopyTo(_firsts.AsSpan(to));
        _sizes.AsSpan(from, length).CopyTo(_sizes.AsSpan(to));
        _leads.AsSpan(from, length).CopyTo(_leads.AsSpan(to));
        _children.AsSpan(from, length).CopyTo(_children.AsSpan(to));
    }
}
