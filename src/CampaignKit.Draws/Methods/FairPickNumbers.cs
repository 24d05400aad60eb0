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
        var (remainder, ofMaximum) = (0UL, 0UL);
        var distance = UInt128.Zero;
        var near = true;
        for (var word = 0; word < block.Length; word += sizeof(uint))
        {
            var value = BinaryPrimitives.ReadUInt32BigEndian(block[word..]);
            remainder = ((remainder << 32) | value) % (uint)bound;
            ofMaximum = ((ofMaximum << 32) | uint.MaxValue) % (uint)bound;
            near &= value == uint.MaxValue || word == block.Length - sizeof(uint);
            distance = uint.MaxValue - value;
        }

        // What 2^256 leaves over is less than 2^31, so only a block of ones up to its last word can lie in the incomplete last multiple.
        number = (int)remainder;
        return !near || distance >= (ofMaximum + 1) % (uint)bound;
    }
}
