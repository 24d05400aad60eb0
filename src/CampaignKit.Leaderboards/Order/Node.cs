namespace CampaignKit.Leaderboards;

/// <summary>A node of a <see cref="CountedTree{T}"/>. Its slots are filled from the front; all leaves are equally deep.</summary>
internal abstract class Node<T>
    where T : struct
{
    public const int Capacity = 64;

    /// <summary>Below this a node is joined with a neighbour if both fit in one: far enough from a split's halves that the two do not chase each other.</summary>
    public const int Sparse = Capacity / 4;

    /// <summary>How many slots are in use.</summary>
    public int Count { get; protected set; }

    public bool IsFull => Count == Capacity;

    /// <summary>How many items lie in the node and below it.</summary>
    public abstract int Size { get; }

    /// <summary>The least item in the node and below it; the node is not empty.</summary>
    public abstract ref readonly T First { get; }

    /// <summary>Takes over the slots of the node to the right; both fit in one.</summary>
    public abstract void Absorb(Node<T> right);

    /// <summary>How many of the ordered <paramref name="items"/> lie before the cut.</summary>
    protected static int CountBefore<TCut>(ReadOnlySpan<T> items, TCut cut)
        where TCut : struct, ICut<T>
    {
        var low = 0;
        var high = items.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (cut.IsAfter(in items[middle]))
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
