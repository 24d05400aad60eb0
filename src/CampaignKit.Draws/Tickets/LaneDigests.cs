using System.Runtime.InteropServices;

namespace CampaignKit.Draws;

/// <summary>Hashes that lie side by side in the lanes of eight vectors.</summary>
internal static class LaneDigests<TLanes, TVector>
    where TLanes : ILanes<TVector>
    where TVector : unmanaged
{
    /// <summary>The hash in one lane.</summary>
    internal static Digest In(ReadOnlySpan<TVector> hashes, int lane)
    {
        var words = MemoryMarshal.Cast<TVector, uint>(hashes);
        return new Digest(Pair(words, lane, 0), Pair(words, lane, 2), Pair(words, lane, 4), Pair(words, lane, 6));
    }

    /// <summary>Puts the hash of one lane into one of other vectors, or of the same.</summary>
    internal static void Copy(ReadOnlySpan<TVector> from, int fromLane, Span<TVector> to, int toLane)
    {
        var source = MemoryMarshal.Cast<TVector, uint>(from);
        var target = MemoryMarshal.Cast<TVector, uint>(to);
        for (var word = 0; word < Sha256Block.StateWords; word++)
            target[(word * TLanes.Count) + toLane] = source[(word * TLanes.Count) + fromLane];
    }

    private static ulong Pair(ReadOnlySpan<uint> words, int lane, int first) =>
        ((ulong)words[(first * TLanes.Count) + lane] << 32) | words[((first + 1) * TLanes.Count) + lane];
}
