using System.Globalization;
using System.Text;

namespace CampaignKit.Grievances;

/// <summary>Text of a file as messages print it: what a terminal would obey rather than show is written as <c>\uXXXX</c>.</summary>
internal static class PrintedText
{
    private const int Longest = 100;

    /// <summary>The text, at most a hundred characters of it.</summary>
    public static string Short(string text) => text.Length <= Longest ? Of(text) : $"{Of(text[..Longest])}…";

    /// <summary>The text, all of it.</summary>
    public static string Of(string text)
    {
        if (text.EnumerateRunes().All(IsShown) && !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            return text;

        var printed = new StringBuilder();
        for (var i = 0; i < text.Length;)
        {
            var whole = Rune.TryGetRuneAt(text, i, out var rune);
            var length = whole ? rune.Utf16SequenceLength : 1;
            if (whole && IsShown(rune))
                printed.Append(text, i, length);
            else
                AppendCodes(printed, text.AsSpan(i, length));
            i += length;
        }

        return printed.ToString();
    }

    private static bool IsShown(Rune rune) => Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static void AppendCodes(StringBuilder printed, ReadOnlySpan<char> text)
    {
        foreach (var code in text)
            printed.Append(CultureInfo.InvariantCulture, $"\\u{(int)code:X4}");
    }
}
