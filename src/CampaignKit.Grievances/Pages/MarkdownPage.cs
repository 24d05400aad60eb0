using System.Text;

namespace CampaignKit.Grievances;

/// <summary>Sections as Markdown with pipe tables, lines ended by LF.</summary>
internal static class MarkdownPage
{
    public static string Of(string title, IReadOnlyList<PageSection> sections)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(PageText.Markdown(title)).Append('\n');
        foreach (var section in sections)
        {
            text.Append("\n## ").Append(section.Heading).Append('\n');
            foreach (var part in section.Parts.Where(p => p is not PageChart))
                Write(text.Append('\n'), part);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, PagePart part)
    {
        switch (part)
        {
            case PageProse prose:
                text.Append(PageText.Markdown(prose.Text)).Append('\n');
                break;
            case PageList list:
                foreach (var item in list.Items)
                    text.Append("- ").Append(PageText.Markdown(item)).Append('\n');
                break;
            case PageTable table:
                Row(text, table.Columns.Select(c => c.Header));
                Row(text, table.Columns.Select(c => c.IsNumber ? "---:" : "---"), isRule: true);
                foreach (var row in table.Rows)
                    Row(text, row);
                break;
        }
    }

    private static void Row(StringBuilder text, IEnumerable<string> cells, bool isRule = false) =>
        text.Append("| ").AppendJoin(" | ", isRule ? cells : cells.Select(PageText.Markdown)).Append(" |\n");
}
