using System.Text;

namespace CampaignKit.Grievances;

/// <summary>Sections as plain text: tables in columns, numbers to the right, lines ended by LF.</summary>
internal static class TextPage
{
    public static string Of(string title, IReadOnlyList<PageSection> sections)
    {
        var text = new StringBuilder();
        var heading = PageText.OneLine(title);
        text.Append(heading).Append('\n').Append('=', heading.Length).Append('\n');
        foreach (var section in sections)
        {
            text.Append('\n').Append(section.Heading).Append('\n').Append('-', section.Heading.Length).Append('\n');
            foreach (var part in section.Parts)
                Write(text, part);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, PagePart part)
    {
        switch (part)
        {
            case PageProse prose:
                text.Append(PageText.OneLine(prose.Text)).Append('\n');
                break;
            case PageList list:
                foreach (var item in list.Items)
                    text.Append("- ").Append(PageText.OneLine(item)).Append('\n');
                break;
            case PageTable table:
                Write(text, table);
                break;
        }
    }

    private static void Write(StringBuilder text, PageTable table)
    {
        string[][] lines = [[.. table.Columns.Select(c => c.Header)], .. table.Rows.Select(r => Array.ConvertAll(r, PageText.OneLine))];
        int[] widths = [.. Enumerable.Range(0, table.Columns.Count).Select(c => lines.Max(l => WidthOf(l[c])))];
        text.Append('\n');
        foreach (var line in lines)
        {
            var cells = line.Select((cell, c) => table.Columns[c].IsNumber ? $"{Blank(cell, c)}{cell}" : $"{cell}{Blank(cell, c)}");
            text.Append(string.Join("  ", cells).TrimEnd()).Append('\n');
        }

        text.Append('\n');

        string Blank(string cell, int column) => new(' ', widths[column] - WidthOf(cell));
    }

    /// <summary>In places of a terminal, where Chinese, Japanese and Korean characters take two.</summary>
    private static int WidthOf(string text) => text.EnumerateRunes().Sum(rune => rune.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x3FFFD) ? 2 : 1);
}
