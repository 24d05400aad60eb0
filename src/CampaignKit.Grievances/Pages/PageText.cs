using System.Text;

namespace CampaignKit.Grievances;

/// <summary>Texts of a table made safe for a page: one line, without characters that steer a terminal, turn the writing direction or are none.</summary>
internal static class PageText
{
    public static string OneLine(string text)
    {
        StringBuilder? safe = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (IsSafe(text, i))
                continue;
            safe ??= new StringBuilder(text);
            safe[i] = text[i] is '\n' or '\r' or '\t' ? ' ' : '\uFFFD';
        }

        return safe?.ToString() ?? text;
    }

    public static string Html(string text) => OneLine(text)
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("'", "&#39;", StringComparison.Ordinal);

    public static string Markdown(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in OneLine(text))
        {
            // Entities for what HTML in Markdown begins with; a backslash for the rest.
            if (c is '<' or '>' or '&')
                escaped.Append(c switch { '<' => "&lt;", '>' => "&gt;", _ => "&amp;" });
            else if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '~' or '#' or '!')
                escaped.Append('\\').Append(c);
            else
                escaped.Append(c);
        }

        return escaped.ToString();
    }

    /// <summary>A label that fits a drawing.</summary>
    public static string Short(string text, int longest = 18)
    {
        var line = OneLine(text.Length == 0 ? "(none)" : text);
        if (line.Length <= longest)
            return line;
        var cut = char.IsHighSurrogate(line[longest - 2]) ? longest - 2 : longest - 1;
        return $"{line[..cut]}…";
    }

    private static bool IsSafe(string text, int at)
    {
        var c = text[at];
        if (char.IsHighSurrogate(c))
            return at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);
        if (char.IsLowSurrogate(c))
            return at > 0 && char.IsHighSurrogate(text[at - 1]);
        return !char.IsControl(c) && c is not ('\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\uFFFE' or '\uFFFF');
    }
}
