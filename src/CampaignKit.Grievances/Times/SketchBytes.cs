using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CampaignKit.Grievances;

/// <summary>
/// A sketch as bytes: the version 1; the relative error, a little-endian double; then variable-length integers (seven bits a byte, low ones
/// first): the count of zeros, the number of bins, and unless that is 0 the first bin (zigzag) and a count for each bin. A count of 0 is
/// followed by how many more of the next counts are 0. The first and the last count are not 0, so that equal sketches have equal bytes.
/// </summary>
internal static class SketchBytes
{
    private const byte Version = 1;
    private const int HeadLength = 1 + sizeof(double);

    public static byte[] Write(double relativeError, long zeros, int first, ReadOnlySpan<long> counts)
    {
        var bytes = new List<byte> { Version };
        Span<byte> error = stackalloc byte[sizeof(double)];
        BinaryPrimitives.WriteDoubleLittleEndian(error, relativeError);
        bytes.AddRange(error);
        Append(zeros);
        Append(counts.Length);
        if (counts.Length > 0)
            Append(((long)first << 1) ^ (first >> 31));
        for (var i = 0; i < counts.Length; i++)
        {
            Append(counts[i]);
            if (counts[i] > 0)
                continue;
            var more = counts[(i + 1)..].IndexOfAnyExcept(0);
            Append(more);
            i += more;
        }

        return [.. bytes];

        void Append(long number)
        {
            for (; number > 0x7F; number >>= 7)
                bytes.Add((byte)(number | 0x80));
            bytes.Add((byte)number);
        }
    }

    public static bool TryRead(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out DurationSketch? sketch, [NotNullWhen(false)] out string? reason)
    {
        sketch = null;
        reason = Flaw(bytes, out var relativeError, out var zeros, out var first, out var counts);
        if (reason is not null)
            return false;

        var count = zeros;
        foreach (var c in counts)
        {
            if (c > long.MaxValue - count)
            {
                reason = "A sketch of more durations than 2^63 is not usable.";
                return false;
            }

            count += c;
        }

        sketch = new DurationSketch(new SketchScale(relativeError), new SketchBins(first, counts), zeros, count);
        return true;
    }

    private static string? Flaw(ReadOnlySpan<byte> bytes, out double relativeError, out long zeros, out int first, out long[] counts)
    {
        (relativeError, zeros, first, counts) = (0, 0, 0, []);
        if (bytes.Length < HeadLength)
            return $"{bytes.Length} bytes are too few for a sketch.";
        if (bytes[0] != Version)
            return $"Version {bytes[0]} of the sketch form is unknown: there is {Version}.";
        relativeError = BinaryPrimitives.ReadDoubleLittleEndian(bytes[1..]);
        if (!(relativeError >= DurationSketch.FinestRelativeError && relativeError <= DurationSketch.CoarsestRelativeError))
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"A relative error of {relativeError} is not between {DurationSketch.FinestRelativeError} and {DurationSketch.CoarsestRelativeError}.");
        }

        const string cutShort = "The bytes of the sketch end too early, or hold a number over 2^63 or in more bytes than it needs.";
        var rest = bytes[HeadLength..];
        if (!Next(ref rest, out zeros) || !Next(ref rest, out var length))
            return cutShort;
        if (length == 0)
            return NothingAfter(rest);
        if (!Next(ref rest, out var zigzag))
            return cutShort;

        var scale = new SketchScale(relativeError);
        var (lowest, highest) = (scale.IndexOf(DurationSketch.Smallest), scale.IndexOf(DurationSketch.Largest));
        var start = (zigzag >> 1) ^ -(zigzag & 1);
        if (start < lowest || start > highest || length > highest - start + 1)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{length} bins from {start} are not between {lowest} and {highest}, where a relative error of {relativeError} has its bins.");
        }

        first = (int)start;
        counts = new long[length];
        for (var i = 0; i < counts.Length; i++)
        {
            if (!Next(ref rest, out counts[i]))
                return cutShort;
            if (counts[i] > 0)
                continue;
            if (!Next(ref rest, out var more))
                return cutShort;
            if (i == 0 || more >= counts.Length - i - 1 || rest is [0, ..])
                return "A run of empty bins is written in one piece, and is neither first nor last.";
            i += (int)more;
        }

        return NothingAfter(rest);
    }

    private static string? NothingAfter(ReadOnlySpan<byte> rest) => rest.IsEmpty ? null : $"{rest.Length} bytes follow the sketch.";

    private static bool Next(ref ReadOnlySpan<byte> rest, out long number)
    {
        number = 0;
        for (var i = 0; i < Math.Min(rest.Length, 9); i++)
        {
            number |= (long)(rest[i] & 0x7F) << (7 * i);
            if (rest[i] > 0x7F)
                continue;
            var isShortest = i == 0 || rest[i] != 0;
            rest = rest[(i + 1)..];
            return isShortest;
        }

        return false;
    }
}
