namespace CampaignKit.Leaderboards;

/// <summary>How members are put in and taken out, and how nodes split and join.</summary>
internal sealed partial class MemberTree<TTies>
{
    // Joined nodes keep some room, so that the next newcomer does not split them again.
    private const int RoomyLeaf = Leaf.Capacity * 7 / 8;
    private const int RoomyBranch = Branch.Capacity * 3 / 4;
    private const int SparseBranch = Branch.Capacity / 4;

    private void Insert(int leaf, int slot, long key, int member)
    {
        var count = _leaves[leaf].Count++;
        var keys = KeysOf(leaf);
        var members = MembersOf(leaf);
        var isAtEnd = slot == count;
        var isLead = slot > 0 ? keys[slot - 1] != key : !IsKeyBefore(leaf, key);
        var takesLead = isLead && (isAtEnd ? IsKeyBehind(leaf, key) : keys[slot] == key);

        keys[slot..count].CopyTo(keys[(slot + 1)..]);
        members[slot..count].CopyTo(members[(slot + 1)..]);
        keys[slot] = key;
        members[slot] = member;
        _leafOf[member] = leaf;

        Recount(leaf, 1, (isLead ? 1 : 0) - (takesLead && !isAtEnd ? 1 : 0));
        if (takesLead && isAtEnd)
            Recount(_leaves[leaf].Next, 0, -1);
        if (slot == 0)
            SetFirst(leaf, _leaves[leaf].Parent, key);
    }

    private void RemoveAt(int leaf, int slot)
    {
        var keys = KeysOf(leaf);
        var members = MembersOf(leaf);
        var key = keys[slot];
        var isAtEnd = slot == keys.Length - 1;
        var isLead = slot > 0 ? keys[slot - 1] != key : !IsKeyBefore(leaf, key);
        var leavesLead = isLead && (isAtEnd ? IsKeyBehind(leaf, key) : keys[slot + 1] == key);

        keys[(slot + 1)..].CopyTo(keys[slot..]);
        members[(slot + 1)..].CopyTo(members[slot..]);
        _leaves[leaf].Count--;

        Recount(leaf, -1, (leavesLead && !isAtEnd ? 1 : 0) - (isLead ? 1 : 0));
        if (leavesLead && isAtEnd)
            Recount(_leaves[leaf].Next, 0, 1);
        if (slot == 0 && !isAtEnd)
            SetFirst(leaf, _leaves[leaf].Parent, keys[0]);
    }

    /// <summary>
    /// Moves a member inside its leaf, if it neither is nor becomes the first or the last there and has a key to itself or between theirs: what the
    /// branches know of the leaf then stays, but for how many keys it has.
    /// </summary>
    private bool TryMoveWithin(int leaf, int slot, long key, int member)
    {
        var keys = KeysOf(leaf);
        if (slot == 0 || slot == keys.Length - 1 || key <= keys[0] || key >= keys[^1])
            return false;

        var to = SlotFor(leaf, key, member);
        var leads = keys[slot - 1] != keys[slot] && keys[slot + 1] != keys[slot] ? -1 : 0;
        var members = MembersOf(leaf);
        if (to > slot)
        {
            to--;
            keys[(slot + 1)..(to + 1)].CopyTo(keys[slot..]);
            members[(slot + 1)..(to + 1)].CopyTo(members[slot..]);
        }
        else
        {
            keys[to..slot].CopyTo(keys[(to + 1)..]);
            members[to..slot].CopyTo(members[(to + 1)..]);
        }

        keys[to] = key;
        members[to] = member;
        leads += keys[to - 1] != key && keys[to + 1] != key ? 1 : 0;
        if (leads != 0)
            Recount(leaf, 0, leads);
        return true;
    }

    private void Recount(int leaf, int size, int leads)
    {
        var child = leaf;
        for (var parent = _leaves[leaf].Parent; parent != Leaf.None;)
        {
            var branch = _branches[parent];
            branch.Recount(branch.SlotOf(child), size, leads);
            (child, parent) = (parent, branch.Parent);
        }
    }

    /// <summary>Notes the new first key of a child, up to where it is no longer the first.</summary>
    private void SetFirst(int child, int parent, long first)
    {
        for (var slot = 0; slot == 0 && parent != Leaf.None;)
        {
            var branch = _branches[parent];
            slot = branch.SlotOf(child);
            branch.SetFirst(slot, first);
            (child, parent) = (parent, branch.Parent);
        }
    }

    /// <summary>Makes room at a slot of a full leaf: in front of the next leaf if that is as good, else by a split.</summary>
    /// <returns>The leaf in which the slot now is.</returns>
    private int MakeRoom(int leaf, ref int slot, long key)
    {
        var next = _leaves[leaf].Next;
        if (slot < Leaf.Capacity || next == Leaf.None || _leaves[next].Count == Leaf.Capacity)
            return Split(leaf, ref slot, SplitAt(leaf, slot, key));

        slot = 0;
        return next;
    }

    /// <summary>
    /// How many members a full leaf keeps. Whoever comes behind its last, or behind others of its key, is likely to be followed there by more: what
    /// stands before is then left together, for nothing would come to fill it up again.
    /// </summary>
    private int SplitAt(int leaf, int slot, long key)
    {
        if (slot == Leaf.Capacity)
            return slot;
        return slot > 0 && KeysOf(leaf)[slot - 1] == key ? Math.Clamp(slot, Leaf.Capacity / 4, Leaf.Capacity * 3 / 4) : Leaf.Capacity / 2;
    }

    /// <summary>Moves all but the first <paramref name="keep"/> members of a full leaf into a new one.</summary>
    /// <returns>The leaf in which the slot now is.</returns>
    private int Split(int leaf, ref int slot, int keep)
    {
        var right = NewLeaf();
        Link(right, _leaves[leaf].Next);
        Link(leaf, right);
        MoveMembers(leaf, keep, right);

        // Of the empty leaf the first key comes with its first member.
        var size = Leaf.Capacity - keep;
        AddSibling(leaf, right, height: 0, first: size > 0 ? KeysOf(right)[0] : long.MaxValue, size, LeadsOf(right, size));
        if (slot < keep || (slot == keep && size > 0))
            return leaf;

        slot -= keep;
        return right;
    }

    /// <summary>Puts a new node behind one from which it took <paramref name="size"/> members and <paramref name="leads"/> firsts of their keys.</summary>
    private void AddSibling(int left, int right, int height, long first, int size, int leads)
    {
        if (ParentOf(left, height) == Leaf.None)
            AddRoot(left, height, size, leads);
        else if (_branches[ParentOf(left, height)].IsFull)
            Split(ParentOf(left, height), height + 1);

        var parent = ParentOf(left, height);
        var branch = _branches[parent];
        var slot = branch.SlotOf(left);
        branch.Recount(slot, -size, -leads);
        branch.Insert(slot + 1, right, first, size, leads);
        SetParent(right, height, parent);
    }

    /// <summary>Puts a branch above the root, which has just given away what is added to its counts here.</summary>
    private void AddRoot(int child, int height, int size, int leads)
    {
        var root = NewBranch();
        if (height == 0)
            _branches[root].Insert(0, child, KeysOf(child)[0], _leaves[child].Count + size, LeadsOf(child, _leaves[child].Count) + leads);
        else
            _branches[root].Insert(0, child, _branches[child].Firsts[0], _branches[child].Size + size, _branches[child].LeadCount + leads);

        SetParent(child, height, root);
        _root = root;
        _height = height + 1;
    }

    private void Split(int number, int height)
    {
        var right = NewBranch();
        MoveChildren(number, Branch.Capacity / 2, right, height);
        var branch = _branches[right];
        AddSibling(number, right, height, branch.Firsts[0], branch.Size, branch.LeadCount);
    }

    /// <summary>Drops a leaf if it is empty, joins it with a neighbour if it is sparse and that leaves room.</summary>
    private void Tidy(int leaf)
    {
        var parent = _leaves[leaf].Parent;
        if (parent == Leaf.None || _leaves[leaf].Count >= Leaf.Sparse)
            return;

        var branch = _branches[parent];
        var slot = branch.SlotOf(leaf);
        if (branch.Sizes[slot] == 0)
        {
            Unlink(leaf);
            RemoveChild(parent, slot, height: 1);
        }
        else if (slot > 0 && branch.Sizes[slot - 1] + branch.Sizes[slot] <= RoomyLeaf)
        {
            Join(parent, slot - 1);
        }
        else if (slot < branch.Count - 1 && branch.Sizes[slot] + branch.Sizes[slot + 1] <= RoomyLeaf)
        {
            Join(parent, slot);
        }
    }

    /// <summary>Joins the leaf at a slot of a branch with the one to its right.</summary>
    private void Join(int parent, int slot)
    {
        var branch = _branches[parent];
        var right = branch.Children[slot + 1];
        MoveMembers(right, 0, branch.Children[slot]);
        Unlink(right);
        branch.Recount(slot, branch.Sizes[slot + 1], branch.Leads[slot + 1]);
        RemoveChild(parent, slot + 1, height: 1);
    }

    private void RemoveChild(int parent, int slot, int height)
    {
        var branch = _branches[parent];
        branch.RemoveAt(slot);
        if (slot == 0 && branch.Count > 0)
            SetFirst(parent, branch.Parent, branch.Firsts[0]);
        Tidy(parent, height);
    }

    /// <summary>Does with a branch as with a leaf; a root with one child makes way for it.</summary>
    private void Tidy(int number, int height)
    {
        var branch = _branches[number];
        if (branch.Parent == Leaf.None)
        {
            if (branch.Count > 1)
                return;

            _root = branch.Children[0];
            _height = height - 1;
            SetParent(_root, _height, Leaf.None);
            Free(number);
            if (_height > 0)
                Tidy(_root, _height);
            return;
        }

        if (branch.Count >= SparseBranch)
            return;

        var above = _branches[branch.Parent];
        var slot = above.SlotOf(number);
        if (branch.Count == 0)
        {
            var parent = branch.Parent;
            Free(number);
            RemoveChild(parent, slot, height + 1);
        }
        else if (slot > 0 && _branches[above.Children[slot - 1]].Count + branch.Count <= RoomyBranch)
        {
            Join(branch.Parent, slot - 1, height);
        }
        else if (slot < above.Count - 1 && _branches[above.Children[slot + 1]].Count + branch.Count <= RoomyBranch)
        {
            Join(branch.Parent, slot, height);
        }
    }

    /// <summary>Joins the branch of a height at a slot of its parent with the one to its right.</summary>
    private void Join(int parent, int slot, int height)
    {
        var above = _branches[parent];
        var right = above.Children[slot + 1];
        MoveChildren(right, 0, above.Children[slot], height);
        Free(right);
        above.Recount(slot, above.Sizes[slot + 1], above.Leads[slot + 1]);
        RemoveChild(parent, slot + 1, height + 1);
    }
}
