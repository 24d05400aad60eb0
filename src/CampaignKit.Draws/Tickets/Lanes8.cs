using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CampaignKit.Draws;

/// <summary>Eight lanes, by AVX2.</summary>
internal readonly struct Lanes8 : ILanes<Vector256<uint>>
{
    public static bool AreSupported => Vector256.IsHardwareAccelerated && Avx2.IsSupported;

    public static int Count => Vector256<uint>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Create(uint word) => Vector256.Create(word);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Add(Vector256<uint> x, Vector256<uint> y) => x + y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> And(Vector256<uint> x, Vector256<uint> y) => x & y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> BigSigma0(Vector256<uint> x) => RotateRight(x, 2) ^ RotateRight(x, 13) ^ RotateRight(x, 22);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> BigSigma1(Vector256<uint> x) => RotateRight(x, 6) ^ RotateRight(x, 11) ^ RotateRight(x, 25);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> SmallSigma0(Vector256<uint> x) => RotateRight(x, 7) ^ RotateRight(x, 18) ^ (x >>> 3);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> SmallSigma1(Vector256<uint> x) => RotateRight(x, 17) ^ RotateRight(x, 19) ^ (x >>> 10);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Choose(Vector256<uint> x, Vector256<uint> y, Vector256<uint> z) => (x & (y ^ z)) ^ z;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Majority(Vector256<uint> x, Vector256<uint> y, Vector256<uint> z) => (x & y) | (z & (x | y));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadFourWords(ReadOnlySpan<byte> text, ReadOnlySpan<TextSlice> slices, int offset, Span<Vector256<uint>> words)
    {
        // Each 128 bits hold four words of one slice: transposed, one word of four slices.
        var (a, b) = (Column(text, slices, offset, 0), Column(text, slices, offset, 1));
        var (c, d) = (Column(text, slices, offset, 2), Column(text, slices, offset, 3));
        var (lowOfAB, highOfAB) = (Avx2.UnpackLow(a, b).AsUInt64(), Avx2.UnpackHigh(a, b).AsUInt64());
        var (lowOfCD, highOfCD) = (Avx2.UnpackLow(c, d).AsUInt64(), Avx2.UnpackHigh(c, d).AsUInt64());
        words[0] = Avx2.UnpackLow(lowOfAB, lowOfCD).AsUInt32();
        words[1] = Avx2.UnpackHigh(lowOfAB, lowOfCD).AsUInt32();
        words[2] = Avx2.UnpackLow(highOfAB, highOfCD).AsUInt32();
        words[3] = Avx2.UnpackHigh(highOfAB, highOfCD).AsUInt32();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> MessageWord(Vector256<uint> text, Vector256<uint> bytesLeft)
    {
        // A shift by 32 or more gives 0, and a negative count is more than 32.
        var kept = Vector256.Max(bytesLeft.AsInt32(), Vector256<int>.Zero).AsUInt32();
        var cut = Avx2.ShiftRightLogicalVariable(Vector256<uint>.AllBitsSet, kept << 3);
        var end = Avx2.ShiftRightLogicalVariable(Vector256.Create(0x8000_0000), bytesLeft << 3);
        return Vector256.AndNot(BigEndian(text), cut) | end;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> BitLength(Vector256<uint> bytes) => bytes << 3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Straddle(Vector256<uint> x, Vector256<uint> y) => (x << 24) | (y >>> 8);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Evens(Vector256<uint> x, Vector256<uint> y) => Halves(Avx.Shuffle(x.AsSingle(), y.AsSingle(), 0b_10_00_10_00));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Odds(Vector256<uint> x, Vector256<uint> y) => Halves(Avx.Shuffle(x.AsSingle(), y.AsSingle(), 0b_11_01_11_01));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong AtMost(Vector256<uint> x, Vector256<uint> limit) =>
        Vector256.LessThanOrEqual(x, limit).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> RotateRight(Vector256<uint> x, int count) => (x >>> count) | (x << (32 - count));

    // The shuffle works within 128 bits: what it took from one vector stands in the first half of each.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Halves(Vector256<float> shuffled) => Avx2.Permute4x64(shuffled.AsUInt64(), 0b_11_01_10_00).AsUInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Column(ReadOnlySpan<byte> text, ReadOnlySpan<TextSlice> slices, int offset, int first) =>
        Vector256.Create(FourWords(text, slices[first].Start + offset), FourWords(text, slices[first + 4].Start + offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> FourWords(ReadOnlySpan<byte> text, int start) =>
        Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(text), (nuint)start).AsUInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> BigEndian(Vector256<uint> text)
    {
        var reversed = Vector128.Create((byte)3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12);
        return Avx2.Shuffle(text.AsByte(), Vector256.Create(reversed)).AsUInt32();
    }
}
