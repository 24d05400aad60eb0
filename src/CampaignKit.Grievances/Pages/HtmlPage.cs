using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace CampaignKit.Grievances;

/// <summary>Sections as one HTML page that needs nothing else, lines ended by LF.</summary>
internal static partial class HtmlPage
{
    // Only this very style may apply, and nothing may run or load.
    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(HtmlStyle.Css)))}'; base-uri 'none'; form-action 'none'";

    public static string Of(string title, IReadOnlyList<PageSection> sections)
    {
        var page = new StringBuilder();
        page.Append(
            $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{Policy}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <title>{PageText.Html(title)}</title>
            <style>{HtmlStyle.Css}</style>
            </head>
            <body>
            <main>
            <h1><bdi>{PageText.Html(title)}</bdi></h1>
            <nav aria-label="Sections"><ul>
            """).Append('\n');
        foreach (var section in sections)
            page.Append($"<li><a href=\"#{section.Id}\">{PageText.Html(section.Heading)}</a></li>\n");
        page.Append("</ul></nav>\n");
        foreach (var section in sections)
            Write(page, section);
        page.Append("</main>\n</body>\n</html>\n");
        return page.ToString();
    }

    private static void Write(StringBuilder page, PageSection section)
    {
        page.Append($"<section id=\"{section.Id}\" aria-labelledby=\"{section.Id}-heading\">\n<h2 id=\"{section.Id}-heading\">{PageText.Html(section.Heading)}</h2>\n");
        var tables = 0;
        foreach (var part in section.Parts)
        {
            switch (part)
            {
                case PageProse prose:
                    page.Append($"<p>{Prose(prose.Text)}</p>\n");
                    break;
                case PageList list:
                    page.Append("<ul>\n").AppendJoin("", list.Items.Select(i => $"<li>{Prose(i)}</li>\n")).Append("</ul>\n");
                    break;
                case PageTable table:
                    Write(page, table, $"{section.Id}-table-{++tables}");
                    break;
                case PageChart chart:
                    page.Append($"<figure>\n{Scrolling("wide", chart.Svg)}{Scrolling("narrow", chart.Narrow)}<figcaption>{Prose(chart.Caption)}</figcaption>\n</figure>\n");
                    break;
            }
        }

        page.Append("</section>\n");

        string Scrolling(string size, string svg) =>
            $"<div class=\"scroll {size}\" role=\"region\" tabindex=\"0\" aria-label=\"Chart: {PageText.Html(section.Heading)}\">\n{svg}</div>\n";
    }

    private static void Write(StringBuilder page, PageTable table, string id)
    {
        if (table.IsFolded)
            page.Append($"<details>\n<summary>{PageText.Html(table.Caption)}</summary>\n");
        page.Append($"<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"{id}\">\n<table>\n<caption id=\"{id}\">{PageText.Html(table.Caption)}</caption>\n<thead><tr>");
        foreach (var (header, isNumber) in table.Columns)
            page.Append($"<th scope=\"col\"{Class(isNumber)}>{PageText.Html(header)}</th>");
        page.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            page.Append($"<tr><th scope=\"row\"><bdi>{PageText.Html(row[0])}</bdi></th>");
            for (var c = 1; c < row.Length; c++)
                page.Append($"<td{Class(table.Columns[c].IsNumber)}>{PageText.Html(row[c])}</td>");
            page.Append("</tr>\n");
        }

        page.Append("</tbody>\n</table>\n</div>\n");
        if (table.IsFolded)
            page.Append("</details>\n");
    }

    /// <summary>A sentence whose percentages and ranges stay on one line; a narrow screen would break them at the hyphen or the blank.</summary>
    private static string Prose(string text) => Percentage().Replace(PageText.Html(text), "<span class=\"unbroken\">$0</span>");

    [GeneratedRegex(@"(?<![\w.,&#-])[+-]?[0-9][0-9,]*(\.[0-9]+)?(-[0-9][0-9,]*(\.[0-9]+)?)? %", RegexOptions.CultureInvariant)]
    private static partial Regex Percentage();

    private static string Class(bool isNumber) => isNumber ? " class=\"number\"" : "";
}
