namespace CampaignKit.Grievances;

/// <summary>Puts names beside points where there is room, so that no name lies over another or over a point.</summary>
internal static class ChartLabel
{
    private const double LineHeight = 14;
    private const double Gap = 8;

    // Wider than any common letter, since the font is the reader's; Chinese takes twice as much.
    private static double WidthOf(string text) => text.Sum(c => c > 0x2E80 ? 13.5 : 7.4);

    /// <summary>Right, left, above or below, near or further off; left out if all are taken.</summary>
    public static void Put(SvgDrawing svg, string text, double x, double y, List<(double Left, double Top, double Right, double Bottom)> taken)
    {
        var width = WidthOf(text);
        foreach (var away in new[] { 0, 14, 28 })
        {
            foreach (var (left, baseline) in new[] { (x + Gap, y + 4 - away), (x - Gap - width, y + 4 - away), (x - (width / 2), y - 9 - away), (x - (width / 2), y + 19 + away), (x + Gap, y + 4 + away), (x - Gap - width, y + 4 + away) })
            {
                var box = (Left: left, Top: baseline - LineHeight + 3, Right: left + width, Bottom: baseline + 3);
                if (box.Left < ChartFrame.Left || box.Right > SvgDrawing.Width - 2 || box.Top < ChartFrame.Top + 6 || box.Bottom > ChartFrame.Bottom || taken.Any(t => t.Left < box.Right && box.Left < t.Right && t.Top < box.Bottom && box.Top < t.Bottom))
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
