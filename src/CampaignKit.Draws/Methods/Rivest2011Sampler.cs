using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace CampaignKit.Draws;

/// <summary>
/// The sampler of Rivest's reference program for post-election audits (<c>sampler.py</c>, 2011), which Colorado's audits draw ballots by:
/// number <c>i</c>, from 1, is SHA-256(seed ‖ "," ‖ i) as an integer, reduced to the range. Pure, safe from any thread.
/// </summary>
/// <remarks>A longer sample continues a shorter one. Reducing 256 bits favours small numbers by less than one part in 2^192.</remarks>
public static class Rivest2011Sampler
{
    /// <summary>Draws numbers from <paramref name="from"/> to <paramref name="to"/>, both included, in the order drawn.</summary>
    /// <param name="seed">The announced text, hashed in UTF-8 as it stands: <c>00</c> is another seed than <c>0</c>.</param>
    /// <param name="from">The smallest number.</param>
    /// <param name="to">The greatest number.</param>
    /// <param name="take">How many: 1 to <see cref="DrawRule.MaxTake"/>, without replacement no more than there are numbers.</param>
    /// <param name="withReplacement">Whether a number may be drawn again; otherwise it is passed over.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="to"/> is below <paramref name="from"/>, or <paramref name="take"/> out of its range.</exception>
    public static IReadOnlyList<long> Pick(string seed, long from, long to, int take, bool withReplacement = false)
    {
        Guard.Against.Null(seed);
        Guard.Against.OutOfRange(to, nameof(to), from, long.MaxValue);
        var numbers = (BigInteger)to - from + 1;
        Guard.Against.OutOfRange(take, nameof(take), 1, withReplacement ? DrawRule.MaxTake : (int)BigInteger.Min(numbers, DrawRule.MaxTake));

        var drawn = Numbers(seed, from, numbers);
        return [.. (withReplacement ? drawn : drawn.Distinct()).Take(take)];
    }

    private static IEnumerable<long> Numbers(string seed, long from, BigInteger numbers)
    {
        for (long i = 1; ; i++)
        {
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed},{i}")));
            yield return (long)(from + (new BigInteger(hash, isUnsigned: true, isBigEndian: true) % numbers));
        }
    }
}
