using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CampaignKit.Draws;

/// <summary>The random numbers of <see cref="FairPick"/>: SHA-256(seed ‖ be32(counter)) as integers of 256 bits, in the order of the counter.</summary>
internal sealed class FairPickNumbers(Digest seed)
{
    private readonly byte[] _message = [.. Convert.FromHexString(seed.ToString()), 0, 0, 0, 0];
    private uint _counter;

    /// <summary>The next number, uniform from 0 to <paramref name="bound"/> exclusive.</summary>
    internal int Below(int bound)
    {
        Span<byte> block = stackalloc byte[SHA256.HashSizeInBytes];
        while (true)
        {
            BinaryPrimitives.WriteUInt32BigEndian(_message.AsSpan(Digest.Size), _counter++);
            SHA256.HashData(_message, block);
            if (TryReduce(block, bound, out var number))
                return number;
        }
    }

    /// <summary>The integer <paramref name="block"/> modulo <paramref name="bound"/>; false if it is not below the greatest multiple of it within 2^256.</summary>
    internal static bool TryReduce(ReadOnlySpan<byte> block, int bound, out int number)
    {
        ulong remainder = 0;
        for (var word = 0; word < block.Length; word += sizeof(uint))
            remainder = ((remainder << 32) | BinaryPrimitives.ReadUInt32BigEndian(block[word..])) % (uint)bound;
        number = (int)remainder;

        // The integers beyond that multiple are the last 2^256 mod bound, less than 2^31: all ones up to their last word.
        var last = BinaryPrimitives.ReadUInt32BigEndian(block[^sizeof(uint)..]);
        return block[..^sizeof(uint)].ContainsAnyExcept(byte.MaxValue) || uint.MaxValue - last >= Leftover((uint)bound);
    }

    // 2^256 mod bound.
    private static ulong Leftover(uint bound)
    {
        ulong power = 1;
        for (var bits = 0; bits < 256; bits += 32)
            power = (power << 32) % bound;
        return power;
    }
}
