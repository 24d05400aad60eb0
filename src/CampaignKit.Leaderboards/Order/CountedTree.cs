namespace CampaignKit.Leaderboards;

/// <summary>
/// A sequence in which every item can be found by its order or by its index: a B+-tree whose branches count the items below them. It holds no
/// comparer; the caller keeps it in order by putting items in at cuts. All operations are O(log n). Reads may run beside one another, not beside
/// a write.
/// </summary>
/// <typeparam name="T">The type of the items.</typeparam>
internal sealed class CountedTree<T>
    where T : struct
{
    /// <summary>The root, for the tests that check the shape.</summary>
    public Node<T> Root { get; private set; } = new Leaf<T>();

    public int Count { get; private set; }

    /// <summary>How many items lie before the cut.</summary>
    public int CountBefore<TCut>(TCut cut)
        where TCut : struct, ICut<T>
    {
        var before = 0;
        var node = Root;
        while (node is Branch<T> branch)
        {
            var slot = branch.ChildBefore(cut);
            before += branch.SizeBefore(slot);
            node = branch.Children[slot];
        }

        return before + ((Leaf<T>)node).CountBefore(cut);
    }

    /// <summary>The last item before the cut; false if there is none.</summary>
    public bool TryGetBefore<TCut>(TCut cut, out T item)
        where TCut : struct, ICut<T>
    {
        var node = Root;
        while (node is Branch<T> branch)
            node = branch.Children[branch.ChildBefore(cut)];

        var leaf = (Leaf<T>)node;
        var count = leaf.CountBefore(cut);
        item = count > 0 ? leaf.Items[count - 1] : default;
        return count > 0;
    }

    /// <summary>Items from <paramref name="index"/> on: at least one, and no more than lie together. Valid until the next write.</summary>
    public ReadOnlySpan<T> RunAt(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
        var node = Root;
        while (node is Branch<T> branch)
        {
            var sizes = branch.Sizes;
            var slot = 0;
            while (index >= sizes[slot])
                index -= sizes[slot++];
            node = branch.Children[slot];
        }

        return ((Leaf<T>)node).Items[index..];
    }

    /// <summary>Puts an item in at the cut.</summary>
    public void Insert<TCut>(in T item, TCut cut)
        where TCut : struct, ICut<T>
    {
        if (Insert(Root, in item, cut) is { } right)
            Root = new Branch<T>(Root, right);
        Count++;
    }

    /// <summary>Takes out the last item before the cut; there is one.</summary>
    public void RemoveBefore<TCut>(TCut cut)
        where TCut : struct, ICut<T>
    {
        RemoveBefore(Root, cut);
        Count--;
        while (Root is Branch<T> { Count: 1 } branch)
            Root = branch.Children[0];
        if (Count == 0)
            Root = new Leaf<T>();
    }

    public void Clear()
    {
        Root = new Leaf<T>();
        Count = 0;
    }

    /// <summary>Puts an item in below <paramref name="node"/>; gives what split off to its right.</summary>
    private static Node<T>? Insert<TCut>(Node<T> node, in T item, TCut cut)
        where TCut : struct, ICut<T> =>
        node is Branch<T> branch ? InsertInto(branch, in item, cut) : InsertInto((Leaf<T>)node, in item, cut);

    private static Leaf<T>? InsertInto<TCut>(Leaf<T> leaf, in T item, TCut cut)
        where TCut : struct, ICut<T>
    {
        var slot = leaf.CountBefore(cut);
        var right = leaf.IsFull ? leaf.Split() : null;
        if (right is null || slot <= leaf.Count)
            leaf.Insert(slot, in item);
        else
            right.Insert(slot - leaf.Count, in item);
        return right;
    }

    private static Branch<T>? InsertInto<TCut>(Branch<T> branch, in T item, TCut cut)
        where TCut : struct, ICut<T>
    {
        var slot = branch.ChildBefore(cut);
        var split = Insert(branch.Children[slot], in item, cut);
        branch.Recount(slot, by: 1);
        if (split is null)
            return null;

        var right = branch.IsFull ? branch.Split() : null;
        if (right is null || slot < branch.Count)
            branch.InsertSplit(slot, split);
        else
            right.InsertSplit(slot - branch.Count, split);
        return right;
    }

    private static void RemoveBefore<TCut>(Node<T> node, TCut cut)
        where TCut : struct, ICut<T>
    {
        if (node is not Branch<T> branch)
        {
            var leaf = (Leaf<T>)node;
            leaf.RemoveAt(leaf.CountBefore(cut) - 1);
            return;
        }

        var slot = branch.ChildBefore(cut);
        RemoveBefore(branch.Children[slot], cut);
        branch.Recount(slot, by: -1);
        branch.Tidy(slot);
    }
}
