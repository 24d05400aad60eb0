using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CampaignKit.Draws;

/// <summary>Sixteen lanes, by AVX-512.</summary>
internal readonly struct Lanes16 : ILanes<Vector512<uint>>
{
    // Truth tables of three inputs, as the instruction takes them.
    private const byte ExclusiveOr = 0x96;
    private const byte Choice = 0xca;
    private const byte MajorityOfThree = 0xe8;

    public static bool AreSupported => Vector512.IsHardwareAccelerated && Avx512BW.IsSupported;

    public static int Count => Vector512<uint>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Create(uint word) => Vector512.Create(word);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Add(Vector512<uint> x, Vector512<uint> y) => x + y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> And(Vector512<uint> x, Vector512<uint> y) => x & y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> BigSigma0(Vector512<uint> x) =>
        Xor(Avx512F.RotateRight(x, 2), Avx512F.RotateRight(x, 13), Avx512F.RotateRight(x, 22));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> BigSigma1(Vector512<uint> x) =>
        Xor(Avx512F.RotateRight(x, 6), Avx512F.RotateRight(x, 11), Avx512F.RotateRight(x, 25));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> SmallSigma0(Vector512<uint> x) =>
        Xor(Avx512F.RotateRight(x, 7), Avx512F.RotateRight(x, 18), x >>> 3);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> SmallSigma1(Vector512<uint> x) =>
        Xor(Avx512F.RotateRight(x, 17), Avx512F.RotateRight(x, 19), x >>> 10);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Choose(Vector512<uint> x, Vector512<uint> y, Vector512<uint> z) =>
        Avx512F.TernaryLogic(x, y, z, Choice);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Majority(Vector512<uint> x, Vector512<uint> y, Vector512<uint> z) =>
        Avx512F.TernaryLogic(x, y, z, MajorityOfThree);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadFourWords(ReadOnlySpan<byte> text, ReadOnlySpan<TextSlice> slices, int offset, Span<Vector512<uint>> words)
    {
        // Each 128 bits hold four words of one slice: transposed, one word of four slices.
        var (a, b) = (Column(text, slices, offset, 0), Column(text, slices, offset, 1));
        var (c, d) = (Column(text, slices, offset, 2), Column(text, slices, offset, 3));
        var (lowOfAB, highOfAB) = (Avx512F.UnpackLow(a, b).AsUInt64(), Avx512F.UnpackHigh(a, b).AsUInt64());
        var (lowOfCD, highOfCD) = (Avx512F.UnpackLow(c, d).AsUInt64(), Avx512F.UnpackHigh(c, d).AsUInt64());
        words[0] = Avx512F.UnpackLow(lowOfAB, lowOfCD).AsUInt32();
        words[1] = Avx512F.UnpackHigh(lowOfAB, lowOfCD).AsUInt32();
        words[2] = Avx512F.UnpackLow(highOfAB, highOfCD).AsUInt32();
        words[3] = Avx512F.UnpackHigh(highOfAB, highOfCD).AsUInt32();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> MessageWord(Vector512<uint> text, Vector512<uint> bytesLeft)
    {
        // A shift by 32 or more gives 0, and a negative count is more than 32.
        var kept = Vector512.Max(bytesLeft.AsInt32(), Vector512<int>.Zero).AsUInt32();
        var cut = Avx512F.ShiftRightLogicalVariable(Vector512<uint>.AllBitsSet, kept << 3);
        var end = Avx512F.ShiftRightLogicalVariable(Vector512.Create(0x8000_0000), bytesLeft << 3);
        return Vector512.AndNot(BigEndian(text), cut) | end;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> BitLength(Vector512<uint> bytes) => bytes << 3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Straddle(Vector512<uint> x, Vector512<uint> y) => (x << 24) | (y >>> 8);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Evens(Vector512<uint> x, Vector512<uint> y) =>
        Avx512F.PermuteVar16x32x2(x, Vector512<uint>.Indices << 1, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Odds(Vector512<uint> x, Vector512<uint> y) =>
        Avx512F.PermuteVar16x32x2(x, (Vector512<uint>.Indices << 1) + Vector512<uint>.One, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong AtMost(Vector512<uint> x, Vector512<uint> limit) =>
        Vector512.LessThanOrEqual(x, limit).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Xor(Vector512<uint> x, Vector512<uint> y, Vector512<uint> z) =>
        Avx512F.TernaryLogic(x, y, z, ExclusiveOr);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Column(ReadOnlySpan<byte> text, ReadOnlySpan<TextSlice> slices, int offset, int first) =>
        Vector512.Create(
            Vector256.Create(FourWords(text, slices[first].Start + offset), FourWords(text, slices[first + 4].Start + offset)),
            Vector256.Create(FourWords(text, slices[first + 8].Start + offset), FourWords(text, slices[first + 12].Start + offset)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> FourWords(ReadOnlySpan<byte> text, int start) =>
        Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(text), (nuint)start).AsUInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> BigEndian(Vector512<uint> text)
    {
        var reversed = Vector128.Create((byte)3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12);
        return Avx512BW.Shuffle(text.AsByte(), Vector512.Create(reversed)).AsUInt32();
    }
}
