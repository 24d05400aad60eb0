using System.Text;

namespace CampaignKit.Draws;

/// <summary>The published text of a pool or of its holders: lines in byte order of their ids, as one buffer, with the digest of it.</summary>
internal sealed class EntrantLines(byte[] text, TextSlice[] ids)
{
    internal ReadOnlySpan<byte> Text => text;

    internal ReadOnlySpan<TextSlice> Ids => ids;

    internal int Count => ids.Length;

    internal Digest Digest { get; } = Digest.Of(text);

    internal ReadOnlySpan<byte> Id(int line) => ids[line].Of(text);

    internal string IdText(int line) => Encoding.UTF8.GetString(Id(line));

    internal ReadOnlySpan<byte> Value(int line)
    {
        var end = EndOf(line);
        var start = ids[line].End + 1;
        return start < end ? text.AsSpan(start, end - 1 - start) : default;
    }

    internal string ValueText(int line) => Encoding.UTF8.GetString(Value(line));

    /// <summary>A line without its end.</summary>
    internal ReadOnlySpan<byte> Line(int line) => text.AsSpan(ids[line].Start, EndOf(line) - 1 - ids[line].Start);

    /// <summary>Where a line stands, with the byte before it: the end of another line, or the place before the text.</summary>
    internal TextSlice WithByteBefore(int line)
    {
        var start = ids[line].Start;
        return new TextSlice(start - 1, EndOf(line) - start);
    }

    internal string LineText(int line) => Encoding.UTF8.GetString(Line(line));

    /// <summary>The place of <paramref name="id"/>; negative if it is not there.</summary>
    internal int IndexOf(ReadOnlySpan<byte> id)
    {
        var (low, high) = (0, ids.Length - 1);
        while (low <= high)
        {
            var middle = low + ((high - low) / 2);
            var order = Id(middle).SequenceCompareTo(id);
            if (order == 0)
                return middle;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return ~low;
    }

    /// <summary>Behind a line and its line feed.</summary>
    private int EndOf(int line) => line + 1 < ids.Length ? ids[line + 1].Start : text.Length;
}
