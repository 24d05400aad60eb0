using System.Buffers.Text;

namespace CampaignKit.Draws;

/// <summary>
/// Computes tickets under one rule seed. Callers hand whole batches, so that an implementation which hashes several ids at once,
/// from the midstate of the 64-byte rule seed, fits behind the same calls. Keeps no state between calls.
/// </summary>
internal sealed class TicketHash(RuleSeed seed)
{
    private const int LongestSuffix = 20;

    /// <summary>Fills <paramref name="tickets"/> with the ticket of each of <paramref name="ids"/>, which are slices of <paramref name="text"/>.</summary>
    internal void Tickets(ReadOnlySpan<byte> text, ReadOnlySpan<TextSlice> ids, Span<Digest> tickets)
    {
        Span<byte> message = stackalloc byte[Digest.HexLength + EntrantText.MaxIdBytes];
        seed.Value.WriteHex(message);
        for (var i = 0; i < ids.Length; i++)
        {
            var id = ids[i].Of(text);
            id.CopyTo(message[Digest.HexLength..]);
            tickets[i] = Digest.Of(message[..(Digest.HexLength + id.Length)]);
        }
    }

    internal Digest Ticket(ReadOnlySpan<byte> id)
    {
        Span<byte> message = stackalloc byte[Digest.HexLength + id.Length];
        seed.Value.WriteHex(message);
        id.CopyTo(message[Digest.HexLength..]);
        return Digest.Of(message);
    }

    internal Digest SmallestTicket(ReadOnlySpan<byte> id, long weight)
    {
        Span<byte> message = stackalloc byte[Digest.HexLength + id.Length + LongestSuffix];
        seed.Value.WriteHex(message);
        id.CopyTo(message[Digest.HexLength..]);
        var prefix = Digest.HexLength + id.Length;
        message[prefix++] = (byte)'#';

        Digest? smallest = null;
        for (long j = 1; j <= weight; j++)
        {
            Utf8Formatter.TryFormat(j, message[prefix..], out var digits);
            var ticket = Digest.Of(message[..(prefix + digits)]);
            if (smallest is null || ticket < smallest)
                smallest = ticket;
        }

        return smallest ?? throw new ArgumentOutOfRangeException(nameof(weight), weight, "An entrant of weight 0 has no ticket.");
    }
}
