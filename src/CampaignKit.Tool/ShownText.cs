using System.Buffers;
using System.Globalization;
using System.Text;

namespace CampaignKit.Tool;

/// <summary>Texts that were given, as errors and tables show them.</summary>
internal static class ShownText
{
    private const int Longest = 80;

    /// <summary>A text as an error shows it: quoted, shortened, what cannot be seen as codes.</summary>
    public static string Quoted(string text)
    {
        var shown = new StringBuilder("'");
        for (var at = 0; at < text.Length; at += AppendVisible(shown, text.AsSpan(at)))
        {
            if (shown.Length > Longest)
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

    /// <summary>Words of which one is meant: <c>a, b or c</c>.</summary>
    public static string Either(IEnumerable<string> words)
    {
        string[] all = [.. words];
        return $"{string.Join(", ", all[..^1])} or {all[^1]}";
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
