using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CampaignKit.Draws;

/// <summary>
/// The consistent sampler (Rivest, <c>consistent_sampler</c>, 2018), by which election audits such as Arlo's draw ballots: each entrant has
/// a ticket that follows from the seed and its id alone, and the smallest are drawn. Pure, safe from any thread.
/// </summary>
/// <remarks>
/// The order of the pool is of no account, a sample of a part of the pool is that part of the sample, and a larger sample continues a
/// smaller one. Ids and seed are texts: where the Python program was given a number or a tuple, give what it prints, such as <c>41</c> or
/// <c>('pct 2', 3)</c>. Equal tickets fall back on the byte order of ids.
/// </remarks>
public static class ConsistentSampler
{
    /// <summary>Draws entrants of a pool of ids in the order of their tickets.</summary>
    /// <param name="pool">The entrants.</param>
    /// <param name="seed">The announced text, hashed in UTF-8 as it stands: <c>041</c> is another seed than <c>41</c>.</param>
    /// <param name="take">The number to draw, 1 to <see cref="DrawRule.MaxTake"/>; fewer if the pool ends.</param>
    /// <param name="drop">The number drawn before and left out of the result, 0 to <see cref="DrawRule.MaxTake"/>: where the last sample ended.</param>
    /// <param name="withReplacement">
    /// Whether an entrant drawn gets a next, greater ticket and can be drawn again. Its tickets grow by a digit every few times, so that
    /// drawing from very few entrants costs the square of the number drawn.
    /// </param>
    /// <exception cref="ArgumentException">The pool is of another kind.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static IReadOnlyList<SampledEntry> Pick(Pool pool, string seed, int take, int drop = 0, bool withReplacement = false)
    {
        Guard.Against.Null(seed);
        Guard.Against.OutOfRange(take, nameof(take), 1, DrawRule.MaxTake);
        Guard.Against.OutOfRange(drop, nameof(drop), 0, DrawRule.MaxTake);
        if (Guard.Against.Null(pool).Kind != PoolKind.Ids)
            throw new ArgumentException($"The consistent sampler draws from a pool of {PoolKind.Ids}; this one is of {pool.Kind}.", nameof(pool));

        // With replacement too, whoever is in a sample of so many has its first ticket among the first so many.
        var first = FirstTickets(pool, seed).Take(drop + take);
        var drawn = withReplacement ? WithReplacement(first) : first;
        return [.. drawn.Skip(drop).Take(take).Select(ticket => new SampledEntry(pool.Lines.IdText(ticket.Entry), ticket.Fraction, ticket.Generation))];
    }

    private static IEnumerable<Ticket> FirstTickets(Pool pool, string seed)
    {
        var leading = Leading(pool, seed);
        Array.Sort(leading, (x, y) =>
        {
            if (x.Digits != y.Digits)
                return x.Digits.CompareTo(y.Digits);
            var byFraction = Fraction(x).CompareTo(Fraction(y));
            return byFraction != 0 ? byFraction : x.Entry.CompareTo(y.Entry);
        });
        return leading.Select(ticket => new Ticket(Fraction(ticket), ticket.Entry, Generation: 1));

        TicketFraction Fraction(LeadingDigits ticket) => TicketFraction.First(seed, pool.Lines.IdText(ticket.Entry));
    }

    private static LeadingDigits[] Leading(Pool pool, string seed)
    {
        Span<byte> message = stackalloc byte[Digest.HexLength + EntrantText.MaxIdBytes];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Digest.Of(seed).WriteHex(message);
        var leading = new LeadingDigits[pool.Size];
        for (var entry = 0; entry < leading.Length; entry++)
        {
            var id = pool.Lines.Id(entry);
            id.CopyTo(message[Digest.HexLength..]);
            SHA256.HashData(message[..(Digest.HexLength + id.Length)], hash);
            leading[entry] = LeadingDigits.Of(hash, entry);
        }

        return leading;
    }

    private static IEnumerable<Ticket> WithReplacement(IEnumerable<Ticket> first)
    {
        var basket = new PriorityQueue<Ticket, (TicketFraction, int)>(first.Select(ticket => (ticket, (ticket.Fraction, ticket.Entry))));
        while (basket.TryPeek(out var drawn, out _))
        {
            yield return drawn;
            var next = drawn with { Fraction = drawn.Fraction.Next(), Generation = drawn.Generation + 1 };
            basket.DequeueEnqueue(next, (next.Fraction, next.Entry));
        }
    }

    private sealed record Ticket(TicketFraction Fraction, int Entry, int Generation);

    /// <summary>
    /// The first digits of a ticket, as many as 64 bits hold: they settle the order of all but one pair in 10^19. Since a ticket is an
    /// integer's digits reversed, they are the integer's last.
    /// </summary>
    private readonly record struct LeadingDigits(ulong Digits, int Entry)
    {
        private const int Count = 19;
        private const ulong Modulus = 10_000_000_000_000_000_000;

        public static LeadingDigits Of(ReadOnlySpan<byte> hash, int entry)
        {
            ulong last = 0;
            for (; !hash.IsEmpty; hash = hash[sizeof(ulong)..])
                last = (ulong)(new UInt128(last, BinaryPrimitives.ReadUInt64BigEndian(hash)) % Modulus);

            ulong reversed = 0;
            for (var digit = 0; digit < Count; digit++)
            {
                reversed = (reversed * 10) + (last % 10);
                last /= 10;
            }

            return new LeadingDigits(reversed, entry);
        }
    }
}
