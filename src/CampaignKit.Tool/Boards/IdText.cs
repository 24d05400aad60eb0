using System.Buffers;
using System.Globalization;
using System.Text;

namespace CampaignKit.Tool.Boards;

/// <summary>What an id of a member or a team may be, the same as in a pool of a draw: 1 to 256 bytes of UTF-8 without control characters.</summary>
internal static class IdText
{
    public const int MostBytes = 256;

    private const int LongestShown = 80;

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

    /// <summary>A text as an error shows it: quoted, shortened, what cannot be seen as codes.</summary>
    public static string Show(string text)
    {
        var shown = new StringBuilder("'");
        for (var at = 0; at < text.Length; at += AppendVisible(shown, text.AsSpan(at)))
        {
            if (shown.Length > LongestShown)
                return shown.Append("…'").ToString();
        }

        return shown.Append('\'').ToString();
    }

    /// <summary>
    /// A text with codes for what a terminal obeys or does not show: control and format characters, among them those that turn the direction of
    /// writing, separators of lines and paragraphs, and halves of surrogate pairs.
    /// </summary>
    public static string Visible(string text)
    {
        var shown = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
            at += AppendVisible(shown, text.AsSpan(at));
        return shown.ToString();
    }

    /// <summary>Appends the first character of a text.</summary>
    /// <returns>How many UTF-16 units it has.</returns>
    private static int AppendVisible(StringBuilder shown, ReadOnlySpan<char> text)
    {
        var isWhole = Rune.DecodeFromUtf16(text, out var rune, out var length) == OperationStatus.Done;
        var isVisible = isWhole && Rune.GetUnicodeCategory(rune)
            is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
        foreach (var unit in text[..length])
            shown.Append(isVisible ? unit.ToString() : FormattableString.Invariant($"\\u{(int)unit:x4}"));
        return length;
    }
}
