using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace CampaignKit.Draws;

/// <summary>
/// A ticket number of <see cref="ConsistentSampler"/>: a decimal fraction, 0 or more and below 1, kept as the text that is hashed
/// and compared, such as <c>0.2629…</c>. Immutable, safe from any thread.
/// </summary>
public sealed record TicketFraction : IComparable<TicketFraction>
{
    private const string Zero = "0.";

    private readonly string _text;

    private TicketFraction(string text) => _text = text;

    /// <summary>The hash of <paramref name="text"/> in UTF-8 as a fraction: SHA-256 as a decimal integer of at least 64 digits, these reversed.</summary>
    public static TicketFraction Uniform(string text) => new(Zero + Digits(Guard.Against.Null(text)));

    /// <summary>The ticket with which the entrant <paramref name="id"/> begins: the uniform fraction of the seed's hash as lower-case hex, and the id.</summary>
    public static TicketFraction First(string seed, string id) => Uniform($"{Digest.Of(seed)}{Guard.Against.Null(id)}");

    /// <summary>Reads a fraction: <c>0.</c> and one or more decimal digits.</summary>
    /// <exception cref="FormatException"><paramref name="text"/> is anything else.</exception>
    public static TicketFraction Parse(string text)
    {
        Guard.Against.Null(text);
        return text.StartsWith(Zero, StringComparison.Ordinal) && text.Length > Zero.Length && text.AsSpan(Zero.Length).IndexOfAnyExceptInRange('0', '9') < 0
            ? new TicketFraction(text)
            : throw new FormatException($"'{text}' is not a fraction: that is '0.' and decimal digits.");
    }

    /// <summary>
    /// The ticket of the same entrant when it is drawn once more: greater than this one, uniform from here to 1. All but the leading nines
    /// is replaced by the digits of <c>Uniform(this ‖ ":" ‖ i)</c>, for the first i = 1, 2, … that makes it greater.
    /// </summary>
    public TicketFraction Next()
    {
        var last = $"{_text}0";
        var kept = last[..FirstBelowNine(last)];
        for (var i = 1; ; i++)
        {
            var next = kept + Digits(string.Create(CultureInfo.InvariantCulture, $"{_text}:{i}"));
            if (string.CompareOrdinal(next, last) > 0)
                return new TicketFraction(next);
        }
    }

    /// <summary>The fraction cut for display, not rounded: the leading nines and <paramref name="digits"/> digits more.</summary>
    /// <exception cref="ArgumentException"><paramref name="digits"/> is negative.</exception>
    public string Trim(int digits = 9)
    {
        Guard.Against.Negative(digits);
        var kept = FirstBelowNine($"{_text}0");
        return digits < _text.Length - kept ? _text[..(kept + digits)] : _text;
    }

    /// <summary>As text, digit by digit.</summary>
    public int CompareTo(TicketFraction? other) => string.CompareOrdinal(_text, other?._text);

    /// <summary>Whether <paramref name="left"/> is drawn before <paramref name="right"/>.</summary>
    public static bool operator <(TicketFraction left, TicketFraction right) => Guard.Against.Null(left).CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> is drawn after <paramref name="right"/>.</summary>
    public static bool operator >(TicketFraction left, TicketFraction right) => Guard.Against.Null(left).CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> is not drawn after <paramref name="right"/>.</summary>
    public static bool operator <=(TicketFraction left, TicketFraction right) => Guard.Against.Null(left).CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> is not drawn before <paramref name="right"/>.</summary>
    public static bool operator >=(TicketFraction left, TicketFraction right) => Guard.Against.Null(left).CompareTo(right) >= 0;

    /// <summary>The full text.</summary>
    public override string ToString() => _text;

    private static int FirstBelowNine(string text) => Zero.Length + text.AsSpan(Zero.Length).IndexOfAnyExcept('9');

    private static string Digits(string text)
    {
        const string least64Digits = "D64";
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        var digits = new BigInteger(hash, isUnsigned: true, isBigEndian: true).ToString(least64Digits, CultureInfo.InvariantCulture).ToCharArray();
        Array.Reverse(digits);
        return new string(digits);
    }
}
