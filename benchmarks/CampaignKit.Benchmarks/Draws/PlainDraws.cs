using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using CampaignKit.Draws;

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
        Encoding.ASCII.GetBytes(seed, message);
        var heap = Heap(take);
        foreach (var id in ids)
            Offer(heap, id, Ticket(message, id), take);
        return InOrder(heap);
    }

    /// <summary>The same with a hash per unit of weight.</summary>
    public static string[] ByHeap(string seed, (string Id, long Weight)[] entrants, int take)
    {
        Span<byte> message = stackalloc byte[HexLength + LongestId];
        Encoding.ASCII.GetBytes(seed, message);
        var heap = Heap(take);
        foreach (var (id, weight) in entrants)
        {
            var smallest = UInt128.MaxValue;
            for (var number = 1; number <= weight; number++)
                smallest = UInt128.Min(smallest, Ticket(message, $"{id}#{number}"));
            if (weight > 0)
                Offer(heap, id, smallest, take);
        }

        return InOrder(heap);
    }

    /// <summary>The Merkle root of lines in byte order, level by level.</summary>
    public static Digest Root(string[] lines)
    {
        Span<byte> message = stackalloc byte[1 + LongestId];
        message[0] = 0;
        var level = new Digest[lines.Length];
        for (var i = 0; i < level.Length; i++)
            level[i] = Hash(message[..(1 + Encoding.UTF8.GetBytes(lines[i], message[1..]))]);

        message[0] = 1;
        for (var count = level.Length; count > 1; count = (count + 1) / 2)
        {
            for (var i = 0; i < count / 2; i++)
            {
                level[2 * i].CopyTo(message[1..]);
                level[(2 * i) + 1].CopyTo(message[(1 + Digest.Size)..]);
                level[i] = Hash(message[..(1 + (2 * Digest.Size))]);
            }

            if (count % 2 == 1)
                level[count / 2] = level[count - 1];
        }

        return Hash(Encoding.ASCII.GetBytes($"{lines.Length}:{level[0]}"));
    }

    private static Digest Hash(ReadOnlySpan<byte> message)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(message, hash);
        return new Digest(hash);
    }

    private static UInt128 Ticket(Span<byte> seedAndRoom, string id)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var length = Encoding.UTF8.GetBytes(id, seedAndRoom[HexLength..]);
        SHA256.HashData(seedAndRoom[..(HexLength + length)], hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }

    private static PriorityQueue<string, UInt128> Heap(int take) => new(take + 1, Comparer<UInt128>.Create((x, y) => y.CompareTo(x)));

    private static void Offer(PriorityQueue<string, UInt128> heap, string id, UInt128 ticket, int take)
    {
        if (heap.Count < take)
            heap.Enqueue(id, ticket);
        else
            heap.EnqueueDequeue(id, ticket);
    }

    private static string[] InOrder(PriorityQueue<string, UInt128> heap)
    {
        var winners = new string[heap.Count];
        for (var place = winners.Length - 1; place >= 0; place--)
            winners[place] = heap.Dequeue();
        return winners;
    }
}
