using System.Buffers.Binary;

namespace CampaignKit.Draws;

/// <summary>
/// Sorts slices of a text by their bytes, which hold no zero: eight bytes at a time as one number, and again only within runs of slices
/// that are equal so far. Equal slices keep the order in which they stand in the text.
/// </summary>
internal static class ByteOrder
{
    private const int KeySize = sizeof(ulong);

    /// <summary>The order of <paramref name="slices"/>, as indexes into them; null if they stand in it.</summary>
    internal static int[]? Of(ReadOnlySpan<byte> text, ReadOnlySpan<TextSlice> slices)
    {
        if (IsSorted(text, slices))
            return null;
        var order = new int[slices.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        Sort(text, slices, order, new ulong[order.Length], depth: 0);
        return order;
    }

    private static bool IsSorted(ReadOnlySpan<byte> text, ReadOnlySpan<TextSlice> slices)
    {
        for (var i = 1; i < slices.Length; i++)
        {
            if (slices[i - 1].Of(text).SequenceCompareTo(slices[i].Of(text)) > 0)
                return false;
        }

        return true;
    }

    private static void Sort(ReadOnlySpan<byte> text, ReadOnlySpan<TextSlice> slices, Span<int> order, Span<ulong> keys, int depth)
    {
        for (var i = 0; i < order.Length; i++)
            keys[i] = Key(slices[order[i]].Of(text), depth);
        if (keys.ContainsAnyExcept(keys[0]))
            keys.Sort(order);

        for (var first = 0; first < order.Length;)
        {
            var end = first + 1;
            while (end < order.Length && keys[end] == keys[first])
                end++;
            if (end - first > 1)
                SortRun(text, slices, order[first..end], keys[first..end], depth);
            first = end;
        }
    }

    private static void SortRun(ReadOnlySpan<byte> text, ReadOnlySpan<TextSlice> slices, Span<int> order, Span<ulong> keys, int depth)
    {
        var haveEnded = (byte)keys[0] == 0;
        if (haveEnded)
            order.Sort();
        else
            Sort(text, slices, order, keys, depth + KeySize);
    }

    private static ulong Key(ReadOnlySpan<byte> slice, int depth)
    {
        if (slice.Length - depth >= KeySize)
            return BinaryPrimitives.ReadUInt64BigEndian(slice[depth..]);
        ulong key = 0;
        for (var i = depth; i < slice.Length; i++)
            key |= (ulong)slice[i] << (8 * (KeySize - 1 - i + depth));
        return key;
    }
}
