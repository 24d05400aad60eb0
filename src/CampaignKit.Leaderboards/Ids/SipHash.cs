using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace CampaignKit.Leaderboards;

/// <summary>
/// SipHash (Aumasson and Bernstein, 2012): a short-input hash under a secret key, so that nobody can choose ids that collide. With 1 round a word and 3
/// at the end, as hash tables of other languages use it.
/// </summary>
internal readonly struct SipHash(ulong key0, ulong key1)
{
    /// <summary>One under a key of its own. It decides where ids lie in memory and nothing that anyone sees.</summary>
    public static SipHash WithSecretKey()
    {
        Span<byte> key = stackalloc byte[16];
        RandomNumberGenerator.Fill(key);
        return new SipHash(BinaryPrimitives.ReadUInt64LittleEndian(key), BinaryPrimitives.ReadUInt64LittleEndian(key[8..]));
    }

    public ulong Of(ReadOnlySpan<byte> text) => Of(text, rounds: 1, lastRounds: 3);

    public ulong Of(ReadOnlySpan<byte> text, int rounds, int lastRounds)
    {
        var v0 = key0 ^ 0x736f6d6570736575;
        var v1 = key1 ^ 0x646f72616e646f6d;
        var v2 = key0 ^ 0x6c7967656e657261;
        var v3 = key1 ^ 0x7465646279746573;

        var last = (ulong)text.Length << 56;
        for (; text.Length >= sizeof(ulong); text = text[sizeof(ulong)..])
            Absorb(BinaryPrimitives.ReadUInt64LittleEndian(text), rounds, ref v0, ref v1, ref v2, ref v3);
        for (var index = 0; index < text.Length; index++)
            last |= (ulong)text[index] << (8 * index);
        Absorb(last, rounds, ref v0, ref v1, ref v2, ref v3);

        v2 ^= 0xff;
        for (var round = 0; round < lastRounds; round++)
            Mix(ref v0, ref v1, ref v2, ref v3);
        return v0 ^ v1 ^ v2 ^ v3;
    }

    private static void Absorb(ulong word, int rounds, ref ulong v0, ref ulong v1, ref ulong v2, ref ulong v3)
    {
        v3 ^= word;
        for (var round = 0; round < rounds; round++)
            Mix(ref v0, ref v1, ref v2, ref v3);
        v0 ^= word;
    }

    private static void Mix(ref ulong v0, ref ulong v1, ref ulong v2, ref ulong v3)
    {
        v0 += v1;
        v1 = BitOperations.RotateLeft(v1, 13) ^ v0;
        v0 = BitOperations.RotateLeft(v0, 32);
        v2 += v3;
        v3 = BitOperations.RotateLeft(v3, 16) ^ v2;
        v0 += v3;
        v3 = BitOperations.RotateLeft(v3, 21) ^ v0;
        v2 += v1;
        v1 = BitOperations.RotateLeft(v1, 17) ^ v2;
        v2 = BitOperations.RotateLeft(v2, 32);
    }
}
