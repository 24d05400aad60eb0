using System.Runtime.CompilerServices;
using System.Text;

namespace Ardalis.GuardClauses;

/// <summary>A clause of this domain: short texts that go into the record for good.</summary>
internal static class TextGuard
{
    /// <summary>The most characters that a text in the record has.</summary>
    public const int MaxLength = 200;

    /// <summary>The most bytes that a text has which is published with a draw.</summary>
    public const int MaxPublishedBytes = 256;

    /// <exception cref="ArgumentException">The text is blank, has more than <see cref="MaxPublishedBytes"/> bytes of UTF-8, or is unfit otherwise.</exception>
    public static string UnpublishableText(this IGuardClause guardClause, string? input, [CallerArgumentExpression(nameof(input))] string? parameterName = null)
    {
        var text = guardClause.UnfitText(input, parameterName);
        return Encoding.UTF8.GetByteCount(text) is var bytes && bytes <= MaxPublishedBytes
            ? text
            : throw new ArgumentException($"{parameterName} has at most {MaxPublishedBytes} bytes of UTF-8; this one has {bytes}.", parameterName);
    }

    /// <exception cref="ArgumentException">The text is blank, longer than <see cref="MaxLength"/>, or holds a control character or half of a surrogate pair.</exception>
    public static string UnfitText(this IGuardClause guardClause, string? input, [CallerArgumentExpression(nameof(input))] string? parameterName = null)
    {
        var text = guardClause.NullOrWhiteSpace(input, parameterName);
        if (text.Length > MaxLength)
            throw new ArgumentException($"{parameterName} has at most {MaxLength} characters; this one has {text.Length}.", parameterName);
        foreach (var rune in text.EnumerateRunes())
        {
            // A half of a surrogate pair is enumerated as the replacement character.
            if (Rune.IsControl(rune) || (rune == Rune.ReplacementChar && !text.Contains('\ufffd', StringComparison.Ordinal)))
                throw new ArgumentException($"{parameterName} is valid Unicode without control characters.", parameterName);
        }

        return text;
    }
}
