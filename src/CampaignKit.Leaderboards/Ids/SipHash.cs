using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
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
        var state = new State(key0, key1);
        var last = (ulong)text.Length << 56;
        for (; text.Length >= sizeof(ulong); text = text[sizeof(ulong)..])
            state.Absorb(BinaryPrimitives.ReadUInt64LittleEndian(text), rounds);
        for (var index = 0; index < text.Length; index++)
            last |= (ulong)text[index] << (8 * index);
        state.Absorb(last, rounds);
        return state.Finish(lastRounds);
    }

    /// <summary>The hash of the text of 8 to 15 bytes that is these two words, its length in the highest byte of the last; and no less of any two words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Of(ulong first, ulong last)
    {
        var state = new State(key0, key1);
        state.Absorb(first, rounds: 1);
        state.Absorb(last, rounds: 1);
        return state.Finish(lastRounds: 3);
    }

    private struct State(ulong key0, ulong key1)
    {
        private ulong _v0 = key0 ^ 0x736f6d6570736575;
        private ulong _v1 = key1 ^ 0x646f72616e646f6d;
        private ulong _v2 = key0 ^ 0x6c7967656e657261;
        private ulong _v3 = key1 ^ 0x7465646279746573;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Absorb(ulong word, int rounds)
        {
            _v3 ^= word;
            for (var round = 0; round < rounds; round++)
                Mix();
            _v0 ^= word;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public ulong Finish(int lastRounds)
        {
            _v2 ^= 0xff;
            for (var round = 0; round < lastRounds; round++)
                Mix();
            return _v0 ^ _v1 ^ _v2 ^ _v3;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Mix()
        {
            _v0 += _v1;
            _v1 = BitOperations.RotateLeft(_v1, 13) ^ _v0;
            _v0 = BitOperations.RotateLeft(_v0, 32);
            _v2 += _v3;
            _v3 = BitOperations.RotateLeft(_v3, 16) ^ _v2;
            _v0 += _v3;
            _v3 = BitOperations.RotateLeft(_v3, 21) ^ _v0;
            _v2 += _v1;
            _v1 = BitOperations.RotateLeft(_v1, 17) ^ _v2;
            _v2 = BitOperations.RotateLeft(_v2, 32);
        }
    }
}
