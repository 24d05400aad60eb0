using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CampaignKit.Draws;

/// <summary>
/// The selection of RFC 3797, section 4 (Eastlake, 2004), by which the IETF picks its nominations committee: announced numbers, such as
/// lottery results, become a key, and MD5 of the key with a counter picks a place among those not yet picked. Pure, safe from any thread.
/// </summary>
/// <remarks>
/// Pick <c>i</c>, from 0, is MD5(be16(i) ‖ key ‖ be16(i)) as an integer of 128 bits, modulo the places that remain. The places are numbered
/// from 1 in the order in which the pool was announced. A longer list of picks continues a shorter one, so that whoever declines is
/// followed by the next pick. The reference program stops at a pool of 65,535 and overflows on large numbers; here neither is limited.
/// </remarks>
public static class Rfc3797
{
    /// <summary>The most picks: so many does the counter of two bytes tell apart.</summary>
    public const int MaxTake = 1 << 16;

    /// <summary>Picks <paramref name="take"/> places of a pool of <paramref name="poolSize"/>.</summary>
    /// <param name="sources">
    /// The sources of randomness in the order announced. A source is one or more numbers, whole or with a fraction, parted by commas or
    /// spaces: <c>9319</c>, <c>2,5,12,8,10</c>, <c>1013.25 998.5</c>. The order of the numbers within a source is of no account.
    /// </param>
    /// <param name="poolSize">The number of places, at least 1.</param>
    /// <param name="take">The number of picks: 1 to <see cref="MaxTake"/>, and no more than the pool has places.</param>
    /// <exception cref="FormatException">Sources are malformed; each is named with its place, its value and the rule.</exception>
    /// <exception cref="ArgumentException">There is no source.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Rfc3797Outcome Pick(IEnumerable<string> sources, long poolSize, int take)
    {
        var key = KeyOf(sources);
        Guard.Against.OutOfRange(poolSize, nameof(poolSize), 1, long.MaxValue);
        Guard.Against.OutOfRange(take, nameof(take), 1, (int)Math.Min(poolSize, MaxTake));

        var message = Encoding.ASCII.GetBytes($"\0\0{key}\0\0");
        var selected = new SortedPlaces(take);
        var picks = new Rfc3797Pick[take];
        for (var i = 0; i < take; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(message, (ushort)i);
            BinaryPrimitives.WriteUInt16BigEndian(message.AsSpan(message.Length - sizeof(ushort)), (ushort)i);
            var digest = Md5(message);
            var remaining = poolSize - i;
            picks[i] = new Rfc3797Pick(digest.ToString("X32", CultureInfo.InvariantCulture), remaining, selected.Take((long)(digest % (UInt128)remaining)));
        }

        return new Rfc3797Outcome(key, poolSize, picks);
    }

    /// <summary>
    /// The key of the sources: each number without needless zeros and with a period, the numbers of a source from the smallest to the
    /// largest, a slash behind each source. Such as <c>9319./2.5.8.10.12./998.51013.25/</c>.
    /// </summary>
    /// <exception cref="FormatException">Sources are malformed; each is named with its place, its value and the rule.</exception>
    /// <exception cref="ArgumentException">There is no source.</exception>
    public static string KeyOf(IEnumerable<string> sources)
    {
        var key = new StringBuilder();
        var problems = new List<string>();
        foreach (var (place, source) in Guard.Against.Null(sources).Index())
        {
            if (Rfc3797Source.Problem(Guard.Against.Null(source, nameof(sources)), out var text) is { } problem)
                problems.Add($"source {place + 1} '{source}': {problem}.");
            else
                key.Append(text);
        }

        if (problems.Count > 0)
            throw new FormatException(string.Join('\n', problems));
        return key.Length > 0 ? key.ToString() : throw new ArgumentException("A key has at least one source.", nameof(sources));
    }

    private static UInt128 Md5(ReadOnlySpan<byte> message)
    {
        Span<byte> digest = stackalloc byte[MD5.HashSizeInBytes];
#pragma warning disable CA5351 // The RFC names MD5; what protects a draw is that the key is unknown until the pool is closed.
        MD5.HashData(message, digest);
#pragma warning restore CA5351
        return BinaryPrimitives.ReadUInt128BigEndian(digest);
    }

    /// <summary>The places taken so far, from 0 and in order, so that a pool of any size costs memory for its picks alone.</summary>
    private sealed class SortedPlaces(int capacity)
    {
        private readonly List<long> _taken = new(capacity);

        /// <summary>Takes the place that has <paramref name="before"/> free ones before it, and gives its number, from 1.</summary>
        public long Take(long before)
        {
            var (low, high) = (0, _taken.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (_taken[middle] - middle <= before)
                    low = middle + 1;
                else
                    high = middle;
            }

            _taken.Insert(low, before + low);
            return before + low + 1;
        }
    }
}
