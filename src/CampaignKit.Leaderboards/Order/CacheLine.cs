using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace CampaignKit.Leaderboards;

/// <summary>Hints to the processor about memory that is about to be used. They change no result; where there is no such instruction they do nothing.</summary>
internal static class CacheLine
{
    public const int Bytes = 64;

    // The address may be stale by the time it is used if the collector moves the object: the hint is then wasted, and that is all.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Prefetch<T>(ref readonly T item)
    {
        if (Sse.IsSupported)
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.AsRef(in item)));
    }
}
