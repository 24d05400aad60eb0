namespace CampaignKit.Leaderboards.Tests;

public class CountedTreeTests
{
    [Theory]
    [InlineData(1, 1_000_000)]
    [InlineData(2, 500)]
    [InlineData(3, 1)]
    public void Tree_OverAHundredThousandOperations_HoldsItsShapeAndItems(int seed, int range)
    {
        var random = new Random(seed);
        var tree = new CountedTree<long>();
        var items = new List<long>();

        // Growing, churning and shrinking, down to nothing.
        foreach (var (operations, share) in (ReadOnlySpan<(int, double)>)[(40_000, 0.9), (20_000, 0.5), (40_000, 0.1)])
        {
            for (var i = 0; i < operations; i++)
            {
                if (random.NextDouble() < share)
                    Insert(tree, items, random.Next(range));
                else if (items.Count > 0)
                    Remove(tree, items, random.Next(items.Count));
            }

            Assert.Equal(items, TreeShape.ItemsOfSound(tree));
        }

        while (items.Count > 0)
            Remove(tree, items, random.Next(items.Count));
        Assert.Empty(TreeShape.ItemsOfSound(tree));
        Assert.IsType<Leaf<long>>(tree.Root);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Tree_EmptiedFromOneEnd_HoldsItsShape(bool fromTheFront)
    {
        var tree = new CountedTree<long>();
        var items = new List<long>();
        for (var item = 0; item < 20_000; item++)
            Insert(tree, items, item);

        while (items.Count > 0)
        {
            Remove(tree, items, fromTheFront ? 0 : items.Count - 1);
            if (items.Count % 997 == 0)
                Assert.Equal(items, TreeShape.ItemsOfSound(tree));
        }
    }

    [Fact]
    public void Tree_ThinnedEvenly_GivesItsNodesBack()
    {
        var tree = new CountedTree<long>();
        var items = new List<long>();
        for (var item = 0; item < 50_000; item++)
            Insert(tree, items, item);

        for (var item = 0; item < 50_000; item++)
        {
            if (item % 100 != 0)
                tree.RemoveBefore(KeyCut.Behind(item));
        }

        Assert.Equal(items.Where(item => item % 100 == 0), TreeShape.ItemsOfSound(tree));
        Assert.InRange(Leaves(tree.Root), 500 / Node<long>.Capacity, 500 / 8);
    }

    [Property(MaxTest = 300, EndSize = 2000)]
    public void CountAndRun_OfAnyItems_AreThoseOfTheSortedList(sbyte[] inserted, sbyte asked)
    {
        var tree = new CountedTree<long>();
        foreach (var item in inserted)
            tree.Insert(item, KeyCut.Behind(item));
        var sorted = inserted.Select(item => (long)item).Order().ToList();

        Assert.Equal(sorted, TreeShape.ItemsOfSound(tree));
        Assert.Equal(sorted.Count(item => item < asked), tree.CountBefore(KeyCut.Before(asked)));
        Assert.Equal(sorted.Count(item => item <= asked), tree.CountBefore(KeyCut.Behind(asked)));
        Assert.Equal(sorted.Any(item => item <= asked), tree.TryGetBefore(KeyCut.Behind(asked), out var last));
        Assert.Equal(sorted.LastOrDefault(item => item <= asked), last);
        for (var index = 0; index < sorted.Count; index++)
        {
            var run = tree.RunAt(index).ToArray();
            Assert.NotEmpty(run);
            Assert.Equal(sorted.Skip(index).Take(run.Length), run);
        }
    }

    [Fact]
    public void RunAt_OutsideTheTree_NamesTheIndex()
    {
        var tree = new CountedTree<long>();

        Assert.Equal("index", Assert.Throws<ArgumentOutOfRangeException>(() => tree.RunAt(0).Length).ParamName);
        Assert.Equal("index", Assert.Throws<ArgumentOutOfRangeException>(() => tree.RunAt(-1).Length).ParamName);
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(10_000)]
    [InlineData(100_000)]
    [InlineData(400_000)]
    public void Operations_AtAnySize_CompareLogarithmicallyOften(int size)
    {
        var random = new Random(size);
        var tree = new CountedTree<long>();
        for (var i = 0; i < size; i++)
        {
            long item = random.Next();
            tree.Insert(item, KeyCut.Behind(item));
        }

        var allowed = (2 * Math.Log2(size)) + 8;
        for (var i = 0; i < 1000; i++)
        {
            long item = random.Next();
            Assert.InRange(Asked(cut => tree.CountBefore(cut), item), 1, allowed);
            Assert.InRange(Asked(cut => tree.Insert(item, cut), item), 1, allowed);
            Assert.InRange(Asked(cut => tree.RemoveBefore(cut), item), 1, allowed);
        }
    }

    private static int Asked(Action<CountingCut> operation, long item)
    {
        var asked = new int[1];
        operation(new CountingCut(item, asked));
        return asked[0];
    }

    private static int Leaves(Node<long> node)
    {
        if (node is not Branch<long> branch)
            return 1;

        var leaves = 0;
        foreach (var child in branch.Children)
            leaves += Leaves(child);
        return leaves;
    }

    private static void Insert(CountedTree<long> tree, List<long> items, long item)
    {
        tree.Insert(item, KeyCut.Behind(item));
        var index = items.BinarySearch(item);
        items.Insert(index < 0 ? ~index : index, item);
    }

    private static void Remove(CountedTree<long> tree, List<long> items, int index)
    {
        tree.RemoveBefore(KeyCut.Behind(items[index]));
        items.RemoveAt(index);
    }
}
