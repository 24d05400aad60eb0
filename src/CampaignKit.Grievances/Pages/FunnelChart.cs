using static CampaignKit.Grievances.ComparisonParts;
using static CampaignKit.Grievances.ReportWords;

namespace CampaignKit.Grievances;

/// <summary>Draws a funnel plot: base to the right, rate upwards, limits as dashed lines, and names only of those outside.</summary>
internal static class FunnelChart
{
    private const int MostLabels = 14;

    public static PageChart? Of(GrievanceReport report) => PageChart.Of(frame => Draw(report, frame));

    private static (string Svg, string Caption)? Draw(GrievanceReport report, ChartFrame frame)
    {
        var funnel = report.Funnel!;
        var withData = funnel.Points.Where(p => p.Rate.HasData).ToList();
        var judged = withData.Where(p => p.Verdict is not FunnelVerdict.TooFew).ToList();
        if (funnel.Target is not { } target || withData.Count == 0)
            return null;

        // The few cases of those that are not judged would press the others together at the right.
        var points = judged.Count > 0 ? judged : withData;
        var title = $"Funnel plot by {report.Compared}: {report.Measure.Name}";
        var svg = new SvgDrawing(frame, "funnel", title, $"{Count(points.Count, "point")} by size and rate. {ComparisonParts.Verdicts(funnel)}. The table below has each.");
        var most = points.Max(p => p.Rate.Base);
        var units = report.Units.ToDictionary(u => u.Key[0]);
        var least = Math.Max(1, (long)(points.Min(p => p.Rate.Base) * 0.85));
        var isLog = most > 20 * least;
        var bases = new ChartScale(isLog ? least : 0, most == least ? least + 1 : isLog ? most * 1.15 : most * 1.05, frame.Left, frame.Right, isLog);
        // Lines from the smallest that is drawn on, in sight over all their length; those of still smaller bases would press the points together.
        var from = isLog ? least : Math.Max(1, points.Min(p => p.Rate.Base) / 2);
        var lines = funnel.Lines(120).Where(l => l.Key > from).Prepend(KeyValuePair.Create(from, funnel.LimitsAt(from)!.Value)).ToList();
        var shares = ChartScale.OfShares(
            [target, .. points.Select(p => p.Rate.Value!.Value), .. lines.SelectMany(l => new[] { l.Value.Low998, l.Value.High998 })],
            ChartFrame.Bottom,
            ChartFrame.Top + 8);
        frame.Draw(svg, shares, report.Measure.Name, $"{report.Measure.BaseName}{(isLog ? " (logarithmic)" : "")}");
        var ticks = frame.TicksOf(Number(most), 10, frame.Right);
        foreach (var tick in isLog ? bases.LogTicks(ticks) : bases.Ticks(Math.Min(6, ticks - 1)).Where(t => t == Math.Floor(t)))
            frame.Tick(svg, bases.At(tick), Number((decimal)tick));

        svg.Path("outer", Limit(l => l.Low998)).Path("outer", Limit(l => l.High998)).Path("inner", Limit(l => l.Low95)).Path("inner", Limit(l => l.High95));
        svg.Line("centre", frame.Left, shares.At(target), frame.Right, shares.At(target));
        foreach (var point in points.OrderBy(p => IsOut(p)))
        {
            var (style, shape) = Look(point.Verdict);
            svg.Mark(style, shape, X(point), Y(point), $"{Name(point.Name)}: {Share(point.Rate.Value)} of {Number(point.Rate.Base)}{AndAnswered(report.Measure, units[point.Name])}, {Sign(point.Verdict)}");
        }

        var taken = points.Select(p => (Left: X(p) - 5, Top: Y(p) - 5, Right: X(p) + 5, Bottom: Y(p) + 5)).ToList();
        foreach (var point in points.Where(IsOut).OrderByDescending(p => Math.Abs(p.Score ?? 0)).ThenBy(p => p.Name, StringComparer.Ordinal).Take(MostLabels))
            ChartLabel.Put(svg, frame, PageText.Short(point.Name), X(point), Y(point), taken);

        return (
            svg.ToString(),
            $"The line is the rate of all together. Of those on target, 95 % would stand between the dotted and 99.8 % between the dashed lines, by their size. ▲ ▼ beyond 99.8 %, △ ▽ beyond 95 %, ○ within. Only those outside are named.{(report.Measure.IsSatisfaction ? " How many are rated stands in the table, beside each rate." : "")}{(judged.Count > 0 && judged.Count < funnel.Points.Count ? $" Not drawn: {funnel.Points.Count - judged.Count} with too few cases to judge." : "")}");

        double X(FunnelPoint point) => bases.At(point.Rate.Base);

        double Y(FunnelPoint point) => shares.At(point.Rate.Value!.Value);

        IEnumerable<(double X, double Y)> Limit(Func<FunnelLimits, double> of) =>
            lines.Select(l => (bases.At(l.Key), shares.At(of(l.Value))));
    }

    private static (string Style, string Shape) Look(FunnelVerdict verdict) => verdict switch
    {
        FunnelVerdict.FarAbove => ("out", ChartFrame.Up),
        FunnelVerdict.Above => ("near", ChartFrame.Up),
        FunnelVerdict.Below => ("near", ChartFrame.Down),
        FunnelVerdict.FarBelow => ("out", ChartFrame.Down),
        FunnelVerdict.Within => ("dot", ChartFrame.Circle),
        _ => ("few", ChartFrame.SmallCircle),
    };
}
