using System.Text;

namespace CampaignKit.Draws;

/// <summary>
/// The seed of one rule of one draw, from which each entrant's ticket follows:
/// <c>ruleSeed = SHA-256(seed ‖ ":" ‖ ruleId)</c>, <c>ticket = SHA-256(ruleSeed ‖ id)</c>, both seeds as 64 lower-case hex digits.
/// Immutable, safe from any thread.
/// </summary>
/// <param name="Value">The 32 bytes.</param>
public readonly record struct RuleSeed(Digest Value)
{
    /// <summary>The seed of the rule <paramref name="ruleId"/> in the draw whose seed is <paramref name="seed"/>.</summary>
    public static RuleSeed Of(Digest seed, string ruleId) => new(Digest.Of($"{seed}:{Guard.Against.Null(ruleId)}"));

    /// <summary>Reads 64 lower-case hex digits.</summary>
    /// <exception cref="FormatException"><paramref name="hex"/> is anything else.</exception>
    public static RuleSeed Parse(string hex) => new(Digest.Parse(hex));

    /// <summary>SHA-256 of <paramref name="text"/> in UTF-8, for a draw whose rule seed was announced as a text.</summary>
    public static RuleSeed FromText(string text) => new(Digest.Of(text));

    /// <summary>The ticket of the entrant <paramref name="id"/>.</summary>
    /// <exception cref="ArgumentException"><paramref name="id"/> cannot be an entrant's id.</exception>
    public Digest TicketOf(string id) => Digest.Of([.. Encoding.ASCII.GetBytes(ToString()), .. EntrantText.Bytes(Guard.Against.Null(id))]);

    /// <summary>The smallest of the tickets <c>SHA-256(ruleSeed ‖ id ‖ "#" ‖ j)</c>, j = 1…<paramref name="weight"/>.</summary>
    /// <exception cref="ArgumentException"><paramref name="id"/> cannot be an entrant's id.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="weight"/> is below 1 or above <see cref="Pool.MaxTotalWeight"/>.</exception>
    public Digest TicketOf(string id, long weight)
    {
        Guard.Against.OutOfRange(weight, nameof(weight), 1, Pool.MaxTotalWeight);
        var sieve = new WeightSieve(pool: null, entries: null, TicketHash.Of(this), room: 1);
        sieve.Sift(EntrantText.Bytes(Guard.Against.Null(id)), weight, entry: 0);
        return sieve.Finish().InOrder()[0].Ticket;
    }

    /// <summary>The 64 lower-case hex digits.</summary>
    public override string ToString() => Value.ToString();
}
