using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CampaignKit.Leaderboards;

/// <summary>
/// A text in sixteen bytes: up to fifteen bytes of UTF-8, zeros behind them and their number in the last byte, so that two short texts are the same if
/// their cells are. Of a longer text, where in a row of bytes it is; of a cell that is free, which is the next.
/// </summary>
internal readonly record struct TextCell
{
    public const int MostBytes = 15;

    private const int Size = 16;
    private const byte LongMark = 0xFE;
    private const byte FreeMark = 0xFF;

    private readonly ulong _first;
    private readonly ulong _last;

    private TextCell(ulong first, ulong last, int mark)
    {
        _first = first;
        _last = last | ((ulong)mark << MarkShift);
    }

    public bool IsShort => Mark <= MostBytes;

    public bool IsLong => Mark == LongMark;

    public bool IsFree => Mark == FreeMark;

    /// <summary>How many bytes the text has.</summary>
    public int Length => IsShort ? Mark : (int)(_first >> 32);

    /// <summary>Where a long text is.</summary>
    public int Offset => (int)_first;

    /// <summary>Behind a free cell.</summary>
    public int NextFree => (int)_first;

    private static int MarkShift => BitConverter.IsLittleEndian ? 56 : 0;

    private int Mark => (byte)(_last >> MarkShift);

    public static TextCell Long(int offset, int length) => new((uint)offset | ((ulong)length << 32), 0, LongMark);

    public static TextCell Free(int nextFree) => new((uint)nextFree, 0, FreeMark);

    /// <summary>The cell of a text of at most <see cref="MostBytes"/> bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TextCell Short(ReadOnlySpan<byte> text)
    {
        if (BitConverter.IsLittleEndian && text.Length >= sizeof(ulong))
            return Overlapping(MemoryMarshal.Read<ulong>(text), MemoryMarshal.Read<ulong>(text[^sizeof(ulong)..]), text.Length);
        if (BitConverter.IsLittleEndian && text.Length >= sizeof(uint))
            return Overlapping(MemoryMarshal.Read<uint>(text), MemoryMarshal.Read<uint>(text[^sizeof(uint)..]), text.Length);

        return Copied(text);
    }

    /// <summary>The cell of a text of at most <see cref="MostBytes"/> characters, all ASCII.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryShort(ReadOnlySpan<char> text, out TextCell cell)
    {
        cell = default;
        if (text.Length > MostBytes)
            return false;

        var units = MemoryMarshal.Cast<char, ushort>(text);
        if (BitConverter.IsLittleEndian && units.Length >= Vector128<ushort>.Count)
        {
            if (!TryNarrow(Vector128.Create(units), Vector128.Create(units[^Vector128<ushort>.Count..]), out var bytes))
                return false;
            cell = Overlapping(bytes.AsUInt64()[0], bytes.AsUInt64()[1], units.Length);
            return true;
        }

        if (BitConverter.IsLittleEndian && units.Length >= Vector64<ushort>.Count)
        {
            var ends = Vector128.Create(Vector64.Create(units), Vector64.Create(units[^Vector64<ushort>.Count..]));
            if (!TryNarrow(ends, ends, out var bytes))
                return false;
            cell = Overlapping(bytes.AsUInt32()[0], bytes.AsUInt32()[1], units.Length);
            return true;
        }

        return TryNarrowed(units, out cell);
    }

    /// <summary>The text of a short cell, where the cell is.</summary>
    public static ReadOnlySpan<byte> TextOf(ReadOnlySpan<TextCell> cell) => MemoryMarshal.AsBytes(cell)[..cell[0].Length];

    /// <summary>The hash of a short text.</summary>
    public ulong HashBy(in SipHash hash) => hash.Of(_first, _last);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryNarrow(Vector128<ushort> low, Vector128<ushort> high, out Vector128<byte> bytes)
    {
        bytes = Vector128.Narrow(low, high);
        return ((low | high) & Vector128.Create<ushort>(0xFF80)) == Vector128<ushort>.Zero;
    }

    // Apart, because methods that take memory from the stack are not made part of others.
    private static TextCell Copied(ReadOnlySpan<byte> text)
    {
        Span<byte> bytes = stackalloc byte[Size];
        bytes.Clear();
        text.CopyTo(bytes);
        bytes[^1] = (byte)text.Length;
        return MemoryMarshal.Read<TextCell>(bytes);
    }

    private static bool TryNarrowed(ReadOnlySpan<ushort> units, out TextCell cell)
    {
        cell = default;
        Span<byte> narrow = stackalloc byte[units.Length];
        for (var index = 0; index < units.Length; index++)
        {
            if (units[index] > sbyte.MaxValue)
                return false;
            narrow[index] = (byte)units[index];
        }

        cell = Copied(narrow);
        return true;
    }

    /// <summary>Eight to fifteen bytes, from the first eight and the last eight.</summary>
    private static TextCell Overlapping(ulong first, ulong last, int length) => new(first, last >> (8 * (MostBytes - length)) >> 8, length);

    /// <summary>Four to seven bytes, from the first four and the last four.</summary>
    private static TextCell Overlapping(uint first, uint last, int length) => new(first | ((ulong)last << (8 * (length - sizeof(uint)))), 0, length);
}
