namespace CampaignKit.Leaderboards;

/// <summary>Where nodes live and how they hang together: leaves side by side in arrays, branches as objects, each known by its number.</summary>
internal sealed partial class MemberTree<TTies>
{
    private int NewLeaf()
    {
        var leaf = _freeLeaf;
        if (leaf != Leaf.None)
            _freeLeaf = _leaves[leaf].Next;
        else
            leaf = AppendLeaf();

        _leaves[leaf] = new Leaf { Parent = Leaf.None, Previous = Leaf.None, Next = Leaf.None };
        return leaf;
    }

    private int AppendLeaf()
    {
        if (_usedLeaves == _leaves.Length)
        {
            var leaves = Capacity.For(_usedLeaves + 1, _usedLeaves, mostLeaves);
            Array.Resize(ref _keys, leaves << Leaf.Bits);
            Array.Resize(ref _members, leaves << Leaf.Bits);
            Array.Resize(ref _leaves, leaves);
        }

        return _usedLeaves++;
    }

    /// <summary>Takes a leaf out of the row of leaves and gives it back.</summary>
    private void Unlink(int leaf)
    {
        var (previous, next) = (_leaves[leaf].Previous, _leaves[leaf].Next);
        if (previous != Leaf.None)
            _leaves[previous].Next = next;
        else
            _first = next;
        if (next != Leaf.None)
            _leaves[next].Previous = previous;

        _leaves[leaf].Next = _freeLeaf;
        _freeLeaf = leaf;
    }

    private void Link(int left, int right)
    {
        _leaves[left].Next = right;
        if (right != Leaf.None)
            _leaves[right].Previous = left;
    }

    private void PrefetchLeaf(int leaf)
    {
        CacheLine.Prefetch(ref _leaves[leaf]);
        PrefetchKeys(leaf);
        var (first, end) = (leaf << Leaf.Bits, (leaf + 1) << Leaf.Bits);
        for (var slot = first; slot < end; slot += CacheLine.Bytes / sizeof(int))
            CacheLine.Prefetch(ref _members[slot]);
    }

    private void PrefetchKeys(int leaf)
    {
        var (first, end) = (leaf << Leaf.Bits, (leaf + 1) << Leaf.Bits);
        for (var slot = first; slot < end; slot += CacheLine.Bytes / sizeof(long))
            CacheLine.Prefetch(ref _keys[slot]);
    }

    private int NewBranch()
    {
        if (!_freeBranches.TryPop(out var number))
        {
            number = _branches.Count;
            _branches.Add(new Branch());
        }

        _branches[number].Parent = Leaf.None;
        return number;
    }

    /// <summary>Gives a branch back, which has no children any more or one that moves up.</summary>
    private void Free(int number)
    {
        if (_branches[number].Count > 0)
            _branches[number].RemoveAt(0);
        _freeBranches.Push(number);
    }

    /// <summary>Moves the members from <paramref name="slot"/> on to the end of another leaf.</summary>
    private void MoveMembers(int from, int slot, int to)
    {
        var members = MembersOf(from)[slot..];
        var start = (to << Leaf.Bits) + _leaves[to].Count;
        KeysOf(from)[slot..].CopyTo(_keys.AsSpan(start));
        members.CopyTo(_members.AsSpan(start));
        foreach (var member in members)
            CacheLine.Prefetch(ref _leafOf[member]);
        foreach (var member in members)
            _leafOf[member] = to;

        _leaves[to].Count += members.Length;
        _leaves[from].Count = slot;
    }

    /// <summary>Moves the children of a branch of a height, from <paramref name="slot"/> on, to the end of another.</summary>
    private void MoveChildren(int from, int slot, int to, int height)
    {
        foreach (var child in _branches[from].Children[slot..])
            SetParent(child, height - 1, to);
        _branches[from].MoveTo(_branches[to], slot);
    }

    private int ParentOf(int node, int height) => height == 0 ? _leaves[node].Parent : _branches[node].Parent;

    private void SetParent(int node, int height, int parent)
    {
        if (height == 0)
            _leaves[node].Parent = parent;
        else
            _branches[node].Parent = parent;
    }
}
