using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CampaignKit.Draws;

/// <summary>A buffer of vectors none of which crosses a cache line, which would double the time of each access.</summary>
internal sealed class AlignedVectors<TVector>
    where TVector : unmanaged
{
    private const int CacheLine = 64;

    private readonly byte[] _bytes;
    private readonly int _start;
    private readonly int _length;

    internal AlignedVectors(int count)
    {
        _length = count * Unsafe.SizeOf<TVector>();
        _bytes = GC.AllocateArray<byte>(_length + CacheLine, pinned: true);
        _start = (int)(-Marshal.UnsafeAddrOfPinnedArrayElement(_bytes, 0) & (CacheLine - 1));
    }

    internal Span<TVector> Span => MemoryMarshal.Cast<byte, TVector>(_bytes.AsSpan(_start, _length));
}
