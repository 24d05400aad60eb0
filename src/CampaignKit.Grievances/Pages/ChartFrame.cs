using static CampaignKit.Grievances.ReportWords;

namespace CampaignKit.Grievances;

/// <summary>The size and axes of a chart, and the shapes of its points. Each chart is drawn twice: for a screen or paper, and for a phone.</summary>
/// <param name="Suffix">What ids within the drawing end with, so that no two are alike.</param>
/// <param name="Width">In points of the drawing.</param>
/// <param name="Left">Where the horizontal axis begins.</param>
/// <param name="TitleLines">How many lines what the horizontal axis is may take.</param>
/// <param name="LegendLines">How many lines the names of curves take below the axis; 0 where they stand at its right end.</param>
internal sealed record ChartFrame(string Suffix, double Width, double Left, int TitleLines, int LegendLines = 0)
{
    public const double Top = 14;
    public const double Bottom = 352;
    public const double LineHeight = 16;

    public const string Circle = "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z";
    public const string SmallCircle = "m-3 0a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z";
    public const string Up = "m0 -6l6 10h-12z";
    public const string Down = "m0 6l6 -10h-12z";

    public static ChartFrame Wide { get; } = new("", 720, 62, 1);

    /// <summary>As wide as the screen of a phone, so that letters keep their size on it.</summary>
    public static ChartFrame Narrow { get; } = new("-narrow", 400, 56, 2);

    public double Height => Bottom + 32 + (LineHeight * (TitleLines + LegendLines));

    public double Right => Width - 16;

    public bool IsNarrow => Width < 500;

    /// <summary>The baseline of a line of the legend, from 0.</summary>
    public double LegendLine(int place) => Bottom + 40 + (LineHeight * (TitleLines + place));

    /// <summary>How many labels as wide as that one stand side by side on the axis, of as many as would be good.</summary>
    public int TicksOf(string label, int most, double right) => Math.Clamp((int)((right - Left) / (ChartLabel.WidthOf(label) + 14)), 2, most);

    /// <summary>Grid lines and labels in per cent on the left, and what the axes are.</summary>
    public void Draw(SvgDrawing svg, ChartScale shares, string left, string below, double? right = null)
    {
        var end = right ?? Right;
        var decimals = shares.To - shares.From < 0.05 ? "0.0" : "0";
        foreach (var tick in shares.Ticks(6))
        {
            svg.Line("grid", Left, shares.At(tick), end, shares.At(tick));
            svg.Text("soft", Left - 6, shares.At(tick) + 4, Worded($"{(tick * 100).ToString(decimals, System.Globalization.CultureInfo.InvariantCulture)} %"), "end");
        }

        svg.Line("axis", Left, Bottom, end, Bottom);
        svg.Text("halo", Left + 6, Top + 2, left);
        var middle = (Left + end) / 2;
        foreach (var (place, line) in ChartLabel.Lines(below, 2 * Math.Min(middle, Width - middle), TitleLines).Index())
            svg.Text("", middle, Bottom + 40 + (LineHeight * place), line, "middle");
    }

    /// <summary>A tick with its label, which stays within the drawing.</summary>
    public void Tick(SvgDrawing svg, double x, string label)
    {
        svg.Line("axis", x, Bottom, x, Bottom + 5);
        svg.Text("soft", Math.Min(x, Width - 2 - (ChartLabel.WidthOf(label) / 2)), Bottom + 19, label, "middle");
    }
}
