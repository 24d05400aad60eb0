namespace CampaignKit.Leaderboards;

/// <summary>
/// The order for any scores and any order of ties: a B+-tree whose branches count the members below them. It holds each member's key and number in a
/// leaf and the leaf of each member, so that a member is found without a search and its place by climbing. All operations are O(log n).
/// </summary>
/// <param name="ties">In which order members of one key stand.</param>
/// <param name="mostLeaves">How many leaves there can be.</param>
internal sealed partial class MemberTree<TTies>(TTies ties, int mostLeaves = Capacity.MostNodes) : IMemberOrder
    where TTies : struct, ITies
{
    private readonly List<Branch> _branches = [];
    private readonly Stack<int> _freeBranches = [];
    private long[] _keys = [];
    private int[] _members = [];
    private Leaf[] _leaves = [];
    private int[] _leafOf = [];
    private int _usedLeaves;
    private int _freeLeaf = Leaf.None;

    // The root is a leaf at height 0, and at height h a branch over branches of height h - 1.
    private int _root = Leaf.None;
    private int _first = Leaf.None;
    private int _height;

    public int Count { get; private set; }

    public bool Contains(int member) => (uint)member < (uint)_leafOf.Length && _leafOf[member] != Leaf.None;

    public void Add(int member, long key)
    {
        EnsureRoom();
        if (member >= _leafOf.Length)
            ReachMember(member);
        if (_root == Leaf.None)
            _root = _first = NewLeaf();

        var leaf = LeafFor(key, member, out var slot);
        if (_leaves[leaf].Count == Leaf.Capacity)
            leaf = MakeRoom(leaf, ref slot, key);
        Insert(leaf, slot, key, member);
        Count++;
    }

    public void Move(int member, long key)
    {
        var leaf = _leafOf[member];
        var slot = MembersOf(leaf).IndexOf(member);
        if (TryMoveWithin(leaf, slot, key, member))
            return;

        EnsureRoom();
        Remove(member, leaf, slot);
        Add(member, key);
    }

    public void Remove(int member)
    {
        var leaf = _leafOf[member];
        Remove(member, leaf, MembersOf(leaf).IndexOf(member));
    }

    public void Clear()
    {
        _branches.Clear();
        _freeBranches.Clear();
        _keys = [];
        _members = [];
        _leaves = [];
        _leafOf = [];
        _usedLeaves = 0;
        _freeLeaf = Leaf.None;
        _root = Leaf.None;
        _first = Leaf.None;
        _height = 0;
        Count = 0;
    }

    public long KeyOf(int member)
    {
        // Where the key stands is known only when the members are there; the keys are fetched beside them.
        var leaf = _leafOf[member];
        PrefetchKeys(leaf);
        return KeysOf(leaf)[MembersOf(leaf).IndexOf(member)];
    }

    public int PlaceOf(int member)
    {
        var child = _leafOf[member];
        var place = MembersOf(child).IndexOf(member);
        for (var parent = _leaves[child].Parent; parent != Leaf.None;)
        {
            var branch = _branches[parent];
            place += Numbers.Sum(branch.Sizes[..branch.SlotOf(child)]);
            (child, parent) = (parent, branch.Parent);
        }

        return place;
    }

    public int MembersBefore(long key)
    {
        var before = 0;
        var node = _root;
        for (var height = _height; height > 0; height--)
        {
            var branch = _branches[node];
            var slot = Math.Max(0, Numbers.CountBelow(branch.Firsts, key) - 1);
            before += Numbers.Sum(branch.Sizes[..slot]);
            node = branch.Children[slot];
        }

        return node == Leaf.None ? 0 : before + Numbers.CountBelow(KeysOf(node), key);
    }

    /// <summary>How many members have a lesser key, or this one and stand before a bound within it.</summary>
    public int MembersBefore<TBound>(long key, TBound bound)
        where TBound : struct, ITieBound
    {
        var before = 0;
        var node = _root;
        for (var height = _height; height > 0; height--)
        {
            var branch = _branches[node];
            var slot = Math.Max(0, Behind(branch.Children, height, branch.Firsts, key, bound) - 1);
            before += Numbers.Sum(branch.Sizes[..slot]);
            node = branch.Children[slot];
        }

        return node == Leaf.None ? 0 : before + Behind(MembersOf(node), 0, KeysOf(node), key, bound);
    }

    public int MembersThrough(long key) => key == long.MaxValue ? Count : MembersBefore(key + 1);

    public int KeysBefore(long key)
    {
        var before = 0;
        var node = _root;
        for (var height = _height; height > 0; height--)
        {
            var branch = _branches[node];
            var slot = Math.Max(0, Numbers.CountBelow(branch.Firsts, key) - 1);
            before += Numbers.Sum(branch.Leads[..slot]);
            node = branch.Children[slot];
        }

        return node == Leaf.None ? 0 : before + LeadsOf(node, Numbers.CountBelow(KeysOf(node), key));
    }

    public void CopyTo(int place, Span<Seat> seats)
    {
        for (var leaf = LeafAt(ref place); !seats.IsEmpty; leaf = _leaves[leaf].Next)
        {
            var count = Math.Min(seats.Length, _leaves[leaf].Count - place);
            var start = (leaf << Leaf.Bits) + place;
            var keys = _keys.AsSpan(start, count);
            var members = _members.AsSpan(start, count);
            for (var slot = 0; slot < count; slot++)
                seats[slot] = new Seat(keys[slot], Sequence: 0, members[slot]);

            seats = seats[count..];
            place = 0;
        }
    }

    public void EnsureRoom() => Capacity.EnsureRoom(_usedLeaves, _freeLeaf != Leaf.None, mostLeaves);

    public void Prefetch(ReadOnlySpan<int> members)
    {
        foreach (var member in members)
        {
            if ((uint)member < (uint)_leafOf.Length)
                CacheLine.Prefetch(ref _leafOf[member]);
        }

        foreach (var member in members)
        {
            if (Contains(member))
                PrefetchLeaf(_leafOf[member]);
        }
    }

    private void Remove(int member, int leaf, int slot)
    {
        RemoveAt(leaf, slot);
        _leafOf[member] = Leaf.None;
        Count--;
        Tidy(leaf);
    }

    /// <summary>The leaf that holds a place, which becomes the slot in it.</summary>
    private int LeafAt(ref int place)
    {
        if (_first != Leaf.None && place < _leaves[_first].Count)
            return _first;

        var node = _root;
        for (var height = _height; height > 0; height--)
        {
            var branch = _branches[node];
            var slot = 0;
            while (place >= branch.Sizes[slot])
                place -= branch.Sizes[slot++];
            node = branch.Children[slot];
        }

        return node;
    }

    private Span<long> KeysOf(int leaf) => _keys.AsSpan(leaf << Leaf.Bits, _leaves[leaf].Count);

    private Span<int> MembersOf(int leaf) => _members.AsSpan(leaf << Leaf.Bits, _leaves[leaf].Count);

    /// <summary>The leaf, and the slot in it, where a member who comes now belongs.</summary>
    private int LeafFor(long key, int member, out int slot)
    {
        var node = _root;
        for (var height = _height; height > 0; height--)
        {
            var branch = _branches[node];
            var behind = IsEarliestFirst
                ? Numbers.CountThrough(branch.Firsts, key)
                : Behind(branch.Children, height, branch.Firsts, key, new Newcomer(ties, key, member));
            node = branch.Children[Math.Max(0, behind - 1)];
        }

        slot = SlotFor(node, key, member);
        return node;
    }

    private int SlotFor(int leaf, long key, int member) => IsEarliestFirst
        ? Numbers.CountThrough(KeysOf(leaf), key)
        : Behind(MembersOf(leaf), 0, KeysOf(leaf), key, new Newcomer(ties, key, member));

    // A constant for each TTies at the time the code is compiled for it.
    private static bool IsEarliestFirst => typeof(TTies) == typeof(EarliestFirst);

    /// <summary>
    /// How many items of a node stand before a bound within a key. The items are members at height 0, else children, whose first members count.
    /// </summary>
    private int Behind<TBound>(ReadOnlySpan<int> items, int height, ReadOnlySpan<long> keys, long key, TBound bound)
        where TBound : struct, ITieBound
    {
        var low = Numbers.CountBelow(keys, key);
        var high = Numbers.CountThrough(keys, key);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (bound.IsBehind(FirstMember(items[middle], height)))
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private int FirstMember(int item, int height)
    {
        for (; height > 1; height--)
            item = _branches[item].Children[0];
        return height == 1 ? _members[item << Leaf.Bits] : item;
    }

    /// <summary>How many of a leaf's first members are the first of their key.</summary>
    private int LeadsOf(int leaf, int slots)
    {
        var keys = KeysOf(leaf)[..slots];
        var leads = slots > 0 && !IsKeyBefore(leaf, keys[0]) ? 1 : 0;
        for (var slot = 1; slot < keys.Length; slot++)
            leads += keys[slot] != keys[slot - 1] ? 1 : 0;
        return leads;
    }

    private bool IsKeyBefore(int leaf, long key) => _leaves[leaf].Previous is var previous and not Leaf.None && KeysOf(previous)[^1] == key;

    private bool IsKeyBehind(int leaf, long key) => _leaves[leaf].Next is var next and not Leaf.None && KeysOf(next)[0] == key;

    private void ReachMember(int member)
    {
        var known = _leafOf.Length;
        Array.Resize(ref _leafOf, Capacity.For(member + 1, known));
        _leafOf.AsSpan(known).Fill(Leaf.None);
    }

    /// <summary>Where a member who comes now belongs within its key.</summary>
    private readonly struct Newcomer(TTies ties, long key, int member) : ITieBound
    {
        public bool IsBehind(int other) => ties.Compare(new Seat(key, Sequence: 0, other), new Seat(key, Sequence: 1, member)) <= 0;
    }
}
