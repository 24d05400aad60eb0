using System.Buffers.Binary;

namespace CampaignKit.Draws;

/// <summary>Digit strings that a number may end with. Those of up to eight digits are compared as one number each.</summary>
internal sealed class Suffixes
{
    private const int ShortLength = sizeof(ulong);

    private readonly (ulong Mask, ulong Digits)[] _short;
    private readonly byte[][] _long;

    internal Suffixes(IEnumerable<string> suffixes)
    {
        var bytes = suffixes.Select(suffix => suffix.Select(digit => (byte)digit).ToArray()).ToLookup(suffix => suffix.Length <= ShortLength);
        _short = [.. bytes[true].Select(suffix => (ulong.MaxValue >> (8 * (ShortLength - suffix.Length)), LastBytes(suffix)))];
        _long = [.. bytes[false]];
    }

    internal bool FitEnd(ReadOnlySpan<byte> number)
    {
        // A digit is never zero, so that zeros before a short number fit no suffix.
        var end = LastBytes(number);
        foreach (var (mask, digits) in _short)
        {
            if ((end & mask) == digits)
                return true;
        }

        foreach (var suffix in _long)
        {
            if (number.EndsWith(suffix))
                return true;
        }

        return false;
    }

    private static ulong LastBytes(ReadOnlySpan<byte> number)
    {
        if (number.Length >= ShortLength)
            return BinaryPrimitives.ReadUInt64BigEndian(number[^ShortLength..]);
        ulong last = 0;
        foreach (var digit in number)
            last = (last << 8) | digit;
        return last;
    }
}
