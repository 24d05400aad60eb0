using System.Security.Cryptography;
using System.Text;

namespace CampaignKit.Benchmarks.Draws;

/// <summary>Draws as one writes them with what the framework has.</summary>
internal static class PlainDraws
{
    private const int HexLength = 64;
    private const int LongestId = 256;

    /// <summary>A hash per id, all sorted.</summary>
    public static string[] BySorting(string seed, string[] ids, int take) =>
        [.. ids.OrderBy(id => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(seed + id))), StringComparer.Ordinal).Take(take)];

    /// <summary>A hash per id without allocating, and a heap of as many as are wanted.</summary>
    public static string[] ByHeap(string seed, string[] ids, int take)
    {
        Span<byte> message = stackalloc byte[HexLength + LongestId];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Encoding.ASCII.GetBytes(seed, message);
        var smallest = new PriorityQueue<string, UInt128>(take + 1, Comparer<UInt128>.Create((x, y) => y.CompareTo(x)));
        foreach (var id in ids)
        {
            var length = Encoding.UTF8.GetBytes(id, message[HexLength..]);
            SHA256.HashData(message[..(HexLength + length)], hash);
            var ticket = System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash);
            if (smallest.Count < take)
                smallest.Enqueue(id, ticket);
            else
                smallest.EnqueueDequeue(id, ticket);
        }

        var winners = new string[smallest.Count];
        for (var place = winners.Length - 1; place >= 0; place--)
            winners[place] = smallest.Dequeue();
        return winners;
    }
}
