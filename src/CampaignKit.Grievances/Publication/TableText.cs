namespace CampaignKit.Grievances;

/// <summary>Tables as text for people: a header, a row a line, cells apart by two blanks at least.</summary>
internal static class TableText
{
    public static string Of(TableShape shape, Func<int, string> textOf)
    {
        string[][] lines =
        [
            .. shape.IsTwoWay ? [["", .. shape.Columns, "total"]] : Array.Empty<string[]>(),
            .. Enumerable.Range(0, shape.Height).Select(row =>
                (string[])[row < shape.Rows.Count ? shape.Rows[row] : "total", .. Enumerable.Range(row * shape.Width, shape.Width).Select(textOf)]),
        ];
        int[] widths = [.. Enumerable.Range(0, shape.Width + 1).Select(column => lines.Max(l => l[column].Length))];
        return string.Join(
            Environment.NewLine,
            lines.Select(l => string.Join("  ", l.Select((text, column) => column == 0 ? text.PadRight(widths[0]) : text.PadLeft(widths[column])))));
    }
}
