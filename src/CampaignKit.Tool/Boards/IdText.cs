using System.Text;

namespace CampaignKit.Tool.Boards;

/// <summary>What an id of a member or a team may be, the same as in a pool of a draw: 1 to 256 bytes of UTF-8 without control characters.</summary>
internal static class IdText
{
    public const int MostBytes = 256;

    // A reader puts this where bytes are not UTF-8; two ids that are broken in different ways would be one.
    private const char Replacement = '\ufffd';

    /// <summary>The rule that a text breaks; null if it is an id, and then <paramref name="bytes"/> is cut to its UTF-8.</summary>
    /// <param name="text">The text.</param>
    /// <param name="what">What it is, such as "an id".</param>
    /// <param name="bytes">Room for <see cref="MostBytes"/>.</param>
    public static string? Encode(string text, string what, ref Span<byte> bytes)
    {
        if (text.Length == 0)
            return $"{what} has at least one character";
        if (text.Contains(Replacement, StringComparison.Ordinal))
            return $"{what} is valid UTF-8 without U+FFFD";
        foreach (var character in text)
        {
            if (char.IsControl(character))
                return $"{what} has no control character";
        }

        if (!Encoding.UTF8.TryGetBytes(text, bytes, out var written))
            return $"{what} has at most {MostBytes} bytes of UTF-8; this has {Encoding.UTF8.GetByteCount(text)}";
        bytes = bytes[..written];
        return null;
    }
}
