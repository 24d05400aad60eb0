using System.Runtime.CompilerServices;

namespace CampaignKit.Leaderboards;

/// <summary>How arrays grow: by an eighth, so that little of them lies idle and growing still costs O(1) an item.</summary>
internal static class Capacity
{
    /// <summary>How many nodes of 64 members an order can have, with all of their members in one array: Array.MaxLength in nodes.</summary>
    public const int MostNodes = 0x7FFFFFC7 >> Leaf.Bits;

    private const int Least = 1;

    public static int For(int needed, int held, int most = int.MaxValue) =>
        (int)Math.Min(Math.Min(Array.MaxLength, most), Math.Max(Math.Max(needed, Least), held + ((long)held / 8)));

    /// <summary>Fails unless an order can have one more node.</summary>
    /// <exception cref="InvalidOperationException">All nodes are in use.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void EnsureRoom(int used, bool hasFree, int most)
    {
        if (used == most && !hasFree)
            ThrowFull(most);
    }

    private static void ThrowFull(int most) =>
        throw new InvalidOperationException($"The board is full: all {most} nodes of {Leaf.Capacity} members that its order can have are in use.");
}
