using System.Buffers.Binary;
using System.Numerics;

namespace CampaignKit.Draws;

/// <summary>
/// The compression of SHA-256 (FIPS 180-4, 6.2), which the platform offers only as part of whole hashes: its constants, and one way to
/// run it, needed once per rule seed for the state after the seed's 64 bytes from which all its tickets go on.
/// </summary>
internal static class Sha256Block
{
    /// <summary>The bytes of a block.</summary>
    internal const int Size = 64;

    /// <summary>The 32-bit words of the state, and of a hash.</summary>
    internal const int StateWords = 8;

    /// <summary>The 32-bit words of a block.</summary>
    internal const int Words = 16;

    /// <summary>The rounds of a compression.</summary>
    internal const int Rounds = 64;

    // The byte that ends the message, and its length as 64 bits.
    private const int PaddingBytes = 9;

    /// <summary>The first 32 bits of the fractional parts of the cube roots of the first 64 primes.</summary>
    internal static uint[] RoundConstants { get; } =
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ];

    /// <summary>The state to begin with: the same of the square roots of the first eight.</summary>
    internal static uint[] InitialState { get; } =
        [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];

    /// <summary>How many blocks <paramref name="length"/> bytes fill at the end of a message, padding included.</summary>
    internal static int CountFor(int length) => (length + PaddingBytes + Size - 1) / Size;

    /// <summary>The state after a message's first 64 bytes.</summary>
    internal static uint[] StateAfter(ReadOnlySpan<byte> block)
    {
        Span<uint> w = stackalloc uint[Rounds];
        for (var t = 0; t < Words; t++)
            w[t] = BinaryPrimitives.ReadUInt32BigEndian(block[(t * sizeof(uint))..]);
        for (var t = Words; t < Rounds; t++)
            w[t] = w[t - 16] + SmallSigma(w[t - 15], 7, 18, 3) + w[t - 7] + SmallSigma(w[t - 2], 17, 19, 10);

        Span<uint> s = stackalloc uint[StateWords];
        InitialState.CopyTo(s);
        for (var t = 0; t < Rounds; t++)
        {
            var choice = (s[4] & s[5]) ^ (~s[4] & s[6]);
            var majority = (s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]);
            var first = s[7] + BigSigma(s[4], 6, 11, 25) + choice + RoundConstants[t] + w[t];
            var second = BigSigma(s[0], 2, 13, 22) + majority;
            s[..^1].CopyTo(s[1..]);
            s[4] += first;
            s[0] = first + second;
        }

        uint[] state = [.. InitialState];
        for (var i = 0; i < state.Length; i++)
            state[i] += s[i];
        return state;
    }

    private static uint BigSigma(uint x, int first, int second, int third) =>
        BitOperations.RotateRight(x, first) ^ BitOperations.RotateRight(x, second) ^ BitOperations.RotateRight(x, third);

    private static uint SmallSigma(uint x, int first, int second, int shift) =>
        BitOperations.RotateRight(x, first) ^ BitOperations.RotateRight(x, second) ^ (x >> shift);
}
