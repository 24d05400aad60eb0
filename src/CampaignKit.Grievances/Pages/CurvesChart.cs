using static CampaignKit.Grievances.ReportWords;

namespace CampaignKit.Grievances;

/// <summary>Draws the share still open after each time, for all cases with its band and for the largest units.</summary>
internal static class CurvesChart
{
    private const int MostUnits = 3;
    private const double LabelRoom = 132;

    public static PageChart? Of(GrievanceReport report) => PageChart.Of(frame => Draw(report, frame));

    private static (string Svg, string Caption)? Draw(GrievanceReport report, ChartFrame frame)
    {
        var (total, clock) = (report.Total.Curve, report.Clock);
        if (total.Longest is not > 0 || total.Closed == 0 || !report.Total.TimesAreKnown)
            return null;

        var units = report.Units.Count < 2 ? [] : report.Units.OrderByDescending(u => u.Row.Cases).ThenBy(u => u.Key[0], StringComparer.Ordinal).Take(MostUnits).Where(u => u.Curve.Closed > 0 && u.TimesAreKnown).ToList();
        var end = End(total);
        var right = frame.Right - (frame.IsNarrow ? 0 : LabelRoom);
        if (frame.IsNarrow)
            frame = frame with { LegendLines = units.Count + 1 };
        var (perTick, unit) = UnitFor(report, end);
        var across = new ChartScale(0, end, frame.Left, right);
        var shares = new ChartScale(0, 1, ChartFrame.Bottom, ChartFrame.Top + 8);
        var svg = new SvgDrawing(
            frame,
            "curves",
            "Resolution curves: the share of cases still open after a time",
            $"All cases: half {clock.Text(total.Quantile(0.5))}, nine in ten {clock.Text(total.Quantile(0.9))}. The table below has each group.");
        var band = Corners(total, end, s => s.Band().High, across, shares).Concat(Corners(total, end, s => s.Band().Low, across, shares).Reverse());
        svg.Path("band", band, isClosed: true);
        frame.Draw(svg, shares, "still open", $"{unit} since the case began", right);
        foreach (var tick in new ChartScale(0, end / perTick, 0, 1).Ticks(Math.Min(7, frame.TicksOf(Number(Math.Floor((decimal)(end / perTick))), 8, right) - 1)))
            frame.Tick(svg, across.At(tick * perTick), Number((decimal)tick));

        var labels = new List<(double Y, string Style, string Text)>();
        for (var i = 0; i < units.Count; i++)
            Put(units[i].Curve, $"curve dash-{i + 1}", PageText.Short(units[i].Key[0], 40));
        Put(total, "whole", "all cases");
        if (frame.IsNarrow)
            PutLegend(svg, labels, frame);
        else
            PutLabels(svg, labels, right, frame);

        var goesOn = total.Longest > end ? $" Times go on to {clock.Text(total.Longest.Value)}." : "";
        return (
            svg.ToString(),
            $"The share still open, estimated from closed and open cases (Kaplan-Meier), steps down as cases are closed. The thick line is all cases, and the shade between thin dotted lines its 95 % band; {(units.Count > 0 ? $"{(units.Count == 1 ? "the dashed one is the largest" : "the dashed and dotted ones are the largest")} by {report.Compared}." : "where it does not come down, cases stay open.")}{goesOn}");

        void Put(ResolutionCurve curve, string style, string name)
        {
            var corners = Corners(curve, end, s => s.StillOpen, across, shares).ToList();
            svg.Path(style, corners);
            labels.Add((corners[^1].Y, style, name));
        }
    }

    /// <summary>Until nearly all are closed, or nothing more is known.</summary>
    private static double End(ResolutionCurve curve)
    {
        var known = curve.Longest!.Value;
        foreach (var (share, further) in new[] { (0.95, 1.15), (0.9, 2.5), (0.5, 6) })
        {
            if (curve.Quantile(share) is TimeReached { Time: > 0 } reached)
                return Math.Min(known, Math.Max(1, reached.Time * further));
        }

        return known;
    }

    private static (double PerTick, string Name) UnitFor(GrievanceReport report, double end) =>
        report.Summary.Grain is TimeGrain.Day ? (1, "days") : end switch { < 180 => (1, "minutes"), < 72 * 60 => (60, "hours"), _ => (24 * 60, "days") };

    /// <summary>The corners of the steps, those that fall on the same tenth of a point left out.</summary>
    private static IEnumerable<(double X, double Y)> Corners(ResolutionCurve curve, double end, Func<ResolutionStep, double> value, ChartScale across, ChartScale shares)
    {
        var (x, y) = (across.At(0), shares.At(1));
        yield return (x, y);
        foreach (var step in curve.Steps.TakeWhile(s => s.Time <= end))
        {
            var (nextX, nextY) = (across.At(step.Time), shares.At(value(step)));
            if (nextX - x < 0.3 && Math.Abs(nextY - y) < 0.3)
                continue;
            yield return (nextX, y);
            yield return (nextX, nextY);
            (x, y) = (nextX, nextY);
        }

        yield return (across.At(Math.Min(end, curve.Longest!.Value)), y);
    }

    /// <summary>Names below, in the order of their lines at the right end, each with a piece of its line.</summary>
    private static void PutLegend(SvgDrawing svg, List<(double Y, string Style, string Text)> labels, ChartFrame frame)
    {
        foreach (var (place, label) in labels.OrderBy(l => l.Y).Index())
        {
            var y = frame.LegendLine(place);
            svg.Line(label.Style, frame.Left, y - 4, frame.Left + 34, y - 4);
            PutName(svg, label.Style, frame.Left + 42, y, label.Text, frame);
        }
    }

    /// <summary>Names at the right end, pushed apart, each with a piece of its line.</summary>
    private static void PutLabels(SvgDrawing svg, List<(double Y, string Style, string Text)> labels, double right, ChartFrame frame)
    {
        var ordered = labels.OrderBy(l => l.Y).ToList();
        var lowest = ChartFrame.Bottom - (ChartFrame.LineHeight * ordered.Count);
        var next = ChartFrame.Top;
        for (var i = 0; i < ordered.Count; i++)
        {
            var y = Math.Max(next, Math.Min(ordered[i].Y, lowest + (ChartFrame.LineHeight * (i + 1)) - 4));
            svg.Line(ordered[i].Style, right + 6, y, right + 28, y);
            PutName(svg, ordered[i].Style, right + 33, y + 4, ordered[i].Text, frame);
            next = y + ChartFrame.LineHeight;
        }
    }

    /// <summary>The name, with a tenth of its room to spare, since it is short and may happen to have wide letters alone.</summary>
    private static void PutName(SvgDrawing svg, string style, double x, double y, string name, ChartFrame frame) =>
        svg.Text(style == "whole" ? "bold" : "", x, y, ChartLabel.Lines(name, 0.9 * (frame.Width - x), 1).FirstOrDefault(""));
}
