namespace CampaignKit.Leaderboards.Tests;

/// <summary>Walks a tree and checks all that must hold of its shape.</summary>
internal static class TreeShape
{
    /// <summary>The items in order; fails if counts, firsts, fill or depths are wrong.</summary>
    public static List<long> ItemsOfSound(CountedTree<long> tree)
    {
        var items = new List<long>();
        var depths = new HashSet<int>();
        Visit(tree.Root, depth: 0, items, depths);

        Assert.Single(depths);
        Assert.Equal(tree.Count, items.Count);
        Assert.True(tree.Root is not Branch<long> { Count: < 2 }, "The root branches into fewer than two.");

        // Nodes that cannot be joined with a neighbour have on average well over eight slots in use.
        Assert.True(depths.Single() <= 1 + (Math.Log(items.Count + 1) / Math.Log(8)), $"{depths.Single()} levels for {items.Count} items.");
        return items;
    }

    private static void Visit(Node<long> node, int depth, List<long> items, HashSet<int> depths)
    {
        Assert.InRange(node.Count, depth == 0 ? 0 : 1, Node<long>.Capacity);
        if (node is not Branch<long> branch)
        {
            depths.Add(depth);
            items.AddRange(((Leaf<long>)node).Items);
            return;
        }

        for (var slot = 0; slot < branch.Count; slot++)
        {
            var before = items.Count;
            Visit(branch.Children[slot], depth + 1, items, depths);
            Assert.Equal(branch.Sizes[slot], items.Count - before);
            Assert.Equal(branch.Firsts[slot], items[before]);
        }
    }
}
