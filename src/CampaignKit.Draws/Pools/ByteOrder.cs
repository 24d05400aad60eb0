using System.Buffers.Binary;

namespace CampaignKit.Draws;

/// <summary>
/// Sorts slices of a text by their bytes, which hold no zero: eight bytes at a time as one number, and again only within runs of slices
/// that are equal so far. Equal slices keep the order in which they stand in the text.
/// </summary>
internal static class ByteOrder
{
    /// <summary>The order of <paramref name="slices"/>, as indexes into them; null if they stand in it.</summary>
    internal static int[]? Of(ReadOnlySpan<byte> text, ReadOnlySpan<TextSlice> slices)
    {
        if (IsSorted(text, slices))
            return null;
        var order = new int[slices.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        Sort(text, slices, new SliceKeys(order), depth: 0);
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

    private static void Sort(ReadOnlySpan<byte> text, ReadOnlySpan<TextSlice> slices, SliceKeys run, int depth)
    {
        for (var i = 0; i < run.Length; i++)
            run.Keys[i] = Key(text, slices[run.Order[i]], depth);
        run.Sort();

        var keys = run.Keys;
        for (var first = 0; first < keys.Length;)
        {
            var end = first + 1;
            while (end < keys.Length && keys[end] == keys[first])
                end++;
            if (end - first > 1)
                SortEqual(text, slices, run[first..end], depth);
            first = end;
        }
    }

    private static void SortEqual(ReadOnlySpan<byte> text, ReadOnlySpan<TextSlice> slices, SliceKeys run, int depth)
    {
        var haveEnded = (byte)run.Keys[0] == 0;
        if (haveEnded)
            run.Order.Sort();
        else
            Sort(text, slices, run, depth + SliceKeys.Size);
    }

    /// <summary>Eight bytes of a slice as a number, with zeros behind its end.</summary>
    private static ulong Key(ReadOnlySpan<byte> text, TextSlice slice, int depth)
    {
        var start = slice.Start + depth;
        var length = slice.Length - depth;
        if (length <= 0)
            return 0;
        if (start > text.Length - SliceKeys.Size)
            return KeyAtEnd(text.Slice(start, length));
        var key = BinaryPrimitives.ReadUInt64BigEndian(text[start..]);
        return length < SliceKeys.Size ? key & ~(ulong.MaxValue >> (8 * length)) : key;
    }

    private static ulong KeyAtEnd(ReadOnlySpan<byte> rest)
    {
        Span<byte> padded = stackalloc byte[SliceKeys.Size];
        padded.Clear();
        rest.CopyTo(padded);
        return BinaryPrimitives.ReadUInt64BigEndian(padded);
    }
}
