using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace CampaignKit.Draws;

/// <summary>
/// A SHA-256 value: a pool digest, a manifest digest, a seed, a beacon's randomness or a ticket. Written as 64 lower-case hex digits and
/// ordered as that text is ordered. Immutable, safe from any thread.
/// </summary>
public readonly record struct Digest : IComparable<Digest>
{
    /// <summary>The length in bytes.</summary>
    public const int Size = 32;

    /// <summary>The length of the text form in characters.</summary>
    public const int HexLength = 64;

    private readonly ulong _first;
    private readonly ulong _second;
    private readonly ulong _third;
    private readonly ulong _fourth;

    /// <summary>The value of 32 bytes.</summary>
    /// <exception cref="ArgumentException"><paramref name="bytes"/> are not 32.</exception>
    public Digest(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size)
            throw new ArgumentException($"A digest has {Size} bytes; these were {bytes.Length}.", nameof(bytes));
        _first = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        _second = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        _third = BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]);
        _fourth = BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]);
    }

    internal Digest(ulong first, ulong second, ulong third, ulong fourth)
    {
        _first = first;
        _second = second;
        _third = third;
        _fourth = fourth;
    }

    /// <summary>The first 32 bits, by which most digests differ.</summary>
    internal uint FirstWord => (uint)(_first >> 32);

    /// <summary>SHA-256 of <paramref name="bytes"/>.</summary>
    public static Digest Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[Size];
        SHA256.HashData(bytes, hash);
        return new Digest(hash);
    }

    /// <summary>SHA-256 of <paramref name="text"/> in UTF-8.</summary>
    public static Digest Of(string text) => Of(Encoding.UTF8.GetBytes(Guard.Against.Null(text)));

    /// <summary>Reads 64 lower-case hex digits.</summary>
    /// <exception cref="FormatException"><paramref name="hex"/> is anything else.</exception>
    public static Digest Parse(string hex) => TryParse(Guard.Against.Null(hex), out var digest)
        ? digest
        : throw new FormatException($"'{hex}' is not a digest: it must be {HexLength} lower-case hex digits.");

    /// <summary>Reads 64 lower-case hex digits; false for anything else, upper case included.</summary>
    public static bool TryParse([NotNullWhen(true)] string? hex, out Digest digest)
    {
        digest = default;
        if (hex is not { Length: HexLength } || !Hex.IsLowerCase(hex))
            return false;
        digest = new Digest(Convert.FromHexString(hex));
        return true;
    }

    /// <summary>Before as a number, before as text: the smaller ticket wins.</summary>
    public int CompareTo(Digest other)
    {
        if (_first != other._first)
            return _first < other._first ? -1 : 1;
        if (_second != other._second)
            return _second < other._second ? -1 : 1;
        if (_third != other._third)
            return _third < other._third ? -1 : 1;
        return _fourth.CompareTo(other._fourth);
    }

    /// <summary>Whether <paramref name="left"/> comes before <paramref name="right"/>.</summary>
    public static bool operator <(Digest left, Digest right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> comes after <paramref name="right"/>.</summary>
    public static bool operator >(Digest left, Digest right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> does not come after <paramref name="right"/>.</summary>
    public static bool operator <=(Digest left, Digest right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> does not come before <paramref name="right"/>.</summary>
    public static bool operator >=(Digest left, Digest right) => left.CompareTo(right) >= 0;

    /// <summary>The 64 lower-case hex digits.</summary>
    public override string ToString() => $"{_first:x16}{_second:x16}{_third:x16}{_fourth:x16}";

    /// <summary>Writes the 32 bytes.</summary>
    /// <param name="destination">Where to, at least <see cref="Size"/> bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is too short.</exception>
    public void CopyTo(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt64BigEndian(destination, _first);
        BinaryPrimitives.WriteUInt64BigEndian(destination[8..], _second);
        BinaryPrimitives.WriteUInt64BigEndian(destination[16..], _third);
        BinaryPrimitives.WriteUInt64BigEndian(destination[24..], _fourth);
    }

    internal void WriteHex(Span<byte> destination)
    {
        var format = new System.Buffers.StandardFormat('x', 16);
        Utf8Formatter.TryFormat(_first, destination, out _, format);
        Utf8Formatter.TryFormat(_second, destination[16..], out _, format);
        Utf8Formatter.TryFormat(_third, destination[32..], out _, format);
        Utf8Formatter.TryFormat(_fourth, destination[48..], out _, format);
    }
}
