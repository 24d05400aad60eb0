namespace CampaignKit.Grievances;

/// <summary>Puts names beside points where there is room, so that no name lies over another or over a point.</summary>
internal static class ChartLabel
{
    private const double LineHeight = 14;
    private const double Gap = 8;

    // Wider than any common letter, since the font is the reader's; Chinese takes twice as much.
    public static double WidthOf(string text) => text.Sum(c => c > 0x2E80 ? 13.5 : 7.4);

    /// <summary>The text in as many lines of that width at most, cut if it needs more.</summary>
    public static IReadOnlyList<string> Lines(string text, double width, int most)
    {
        var lines = new List<string>();
        foreach (var word in PageText.OneLine(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && (lines.Count == most || WidthOf($"{lines[^1]} {word}") <= width))
                lines[^1] = $"{lines[^1]} {word}";
            else
                lines.Add(word);
        }

        return [.. lines.Select(line => WidthOf(line) <= width ? line : PageText.Short(line, Fitting(line, width)))];
    }

    private static int Fitting(string line, double width)
    {
        var room = width - WidthOf("…");
        var length = line.TakeWhile(c => (room -= WidthOf($"{c}")) >= 0).Count();
        return Math.Max(2, length + 1);
    }

    /// <summary>Right, left, above or below, near or further off; left out if all are taken.</summary>
    public static void Put(SvgDrawing svg, ChartFrame frame, string text, double x, double y, List<(double Left, double Top, double Right, double Bottom)> taken)
    {
        var width = WidthOf(text);
        foreach (var away in new[] { 0, 14, 28 })
        {
            foreach (var (left, baseline) in new[] { (x + Gap, y + 4 - away), (x - Gap - width, y + 4 - away), (x - (width / 2), y - 9 - away), (x - (width / 2), y + 19 + away), (x + Gap, y + 4 + away), (x - Gap - width, y + 4 + away) })
            {
                var box = (Left: left, Top: baseline - LineHeight + 3, Right: left + width, Bottom: baseline + 3);
                if (box.Left < frame.Left || box.Right > frame.Width - 2 || box.Top < ChartFrame.Top + 6 || box.Bottom > ChartFrame.Bottom || taken.Any(t => t.Left < box.Right && box.Left < t.Right && t.Top < box.Bottom && box.Top < t.Bottom))
                    continue;

                if (away > 0)
                    svg.Line("lead", x, y, Math.Clamp(x, left, left + width), baseline < y ? baseline + 2 : baseline - 10);
                svg.Text("halo bold", left, baseline, text);
                taken.Add(box);
                return;
            }
        }
    }
}
