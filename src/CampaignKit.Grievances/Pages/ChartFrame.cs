using static CampaignKit.Grievances.ReportWords;

namespace CampaignKit.Grievances;

/// <summary>The axes of a chart and the shapes of its points.</summary>
internal static class ChartFrame
{
    public const double Left = 62;
    public const double Top = 14;
    public const double Bottom = SvgDrawing.Height - 48;
    public const double Right = SvgDrawing.Width - 16;

    public const string Circle = "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z";
    public const string SmallCircle = "m-3 0a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z";
    public const string Up = "m0 -6l6 10h-12z";
    public const string Down = "m0 6l6 -10h-12z";

    /// <summary>Grid lines and labels in per cent on the left, and what the axes are.</summary>
    public static void Draw(SvgDrawing svg, ChartScale shares, string left, string below, double right = Right)
    {
        var decimals = shares.To - shares.From < 0.05 ? "0.0" : "0";
        foreach (var tick in shares.Ticks(6))
        {
            svg.Line("grid", Left, shares.At(tick), right, shares.At(tick));
            svg.Text("soft", Left - 6, shares.At(tick) + 4, Worded($"{(tick * 100).ToString(decimals, System.Globalization.CultureInfo.InvariantCulture)} %"), "end");
        }

        svg.Line("axis", Left, Bottom, right, Bottom);
        svg.Text("halo", Left + 6, Top + 2, left);
        svg.Text("", (Left + right) / 2, SvgDrawing.Height - 8, below, "middle");
    }

    public static void Tick(SvgDrawing svg, double x, string label)
    {
        svg.Line("axis", x, Bottom, x, Bottom + 5);
        svg.Text("soft", x, Bottom + 19, label, "middle");
    }
}
