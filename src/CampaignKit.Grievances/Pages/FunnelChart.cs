using static CampaignKit.Grievances.ReportWords;

namespace CampaignKit.Grievances;

/// <summary>Draws a funnel plot: base to the right, rate upwards, limits as dashed lines, and names only of those outside.</summary>
internal static class FunnelChart
{
    private const int MostLabels = 14;

    public static PageChart? Of(GrievanceReport report)
    {
        var funnel = report.Funnel!;
        var withData = funnel.Points.Where(p => p.Rate.HasData).ToList();
        var judged = withData.Where(p => p.Verdict is not FunnelVerdict.TooFew).ToList();
        if (funnel.Target is not { } target || withData.Count == 0)
            return null;

        // The few cases of those that are not judged would press the others together at the right.
        var points = judged.Count > 0 ? judged : withData;
        var lines = funnel.Lines(120);
        var title = $"Funnel plot by {report.Compared}: {report.Measure.Name}";
        var svg = new SvgDrawing("funnel", title, $"{points.Count} points by size and rate. {ComparisonParts.Verdicts(funnel)}. The table below has each.");
        var most = points.Max(p => p.Rate.Base);
        var units = report.Units.ToDictionary(u => u.Key[0]);
        var least = Math.Max(1, (long)(points.Min(p => p.Rate.Base) * 0.85));
        var isLog = most > 20 * least;
        var bases = new ChartScale(isLog ? least : 0, most == least ? least + 1 : isLog ? most * 1.15 : most * 1.05, ChartFrame.Left, ChartFrame.Right, isLog);
        var shares = ChartScale.OfShares(
            [target, .. points.Select(p => p.Rate.Value!.Value), .. lines.Where(l => l.Key >= least).SelectMany(l => new[] { l.Value.Low95, l.Value.High95 })],
            ChartFrame.Bottom,
            ChartFrame.Top + 8);
        ChartFrame.Draw(svg, shares, report.Measure.Name, $"{report.Measure.BaseName}{(isLog ? " (logarithmic)" : "")}");
        foreach (var tick in isLog ? bases.LogTicks() : bases.Ticks(6).Where(t => t == Math.Floor(t)))
            ChartFrame.Tick(svg, bases.At(tick), Number((decimal)tick));

        svg.Path("outer", Limit(l => l.Low998)).Path("outer", Limit(l => l.High998)).Path("inner", Limit(l => l.Low95)).Path("inner", Limit(l => l.High95));
        svg.Line("centre", ChartFrame.Left, shares.At(target), ChartFrame.Right, shares.At(target));
        foreach (var point in points.OrderBy(p => IsOut(p)))
        {
            var (style, shape) = Look(point.Verdict);
            svg.Mark(style, shape, X(point), Y(point), $"{Name(point.Name)}: {Share(point.Rate.Value)} of {Number(point.Rate.Base)}{AndAnswered(report.Measure, units[point.Name])}, {Sign(point.Verdict)}");
        }

        var taken = points.Select(p => (Left: X(p) - 5, Top: Y(p) - 5, Right: X(p) + 5, Bottom: Y(p) + 5)).ToList();
        foreach (var point in points.Where(IsOut).OrderByDescending(p => Math.Abs(p.Score ?? 0)).ThenBy(p => p.Name, StringComparer.Ordinal).Take(MostLabels))
            ChartLabel.Put(svg, PageText.Short(point.Name), X(point), Y(point), taken);

        return new PageChart(
            svg.ToString(),
            $"The line is the rate of all together. Of those on target, 95 % would stand between the dotted and 99.8 % between the dashed lines, by their size. ▲ ▼ beyond 99.8 %, △ ▽ beyond 95 %, ○ within. Only those outside are named.{(report.Measure.IsSatisfaction ? " How many answered stands in the table, beside each rate." : "")}{(judged.Count > 0 && judged.Count < funnel.Points.Count ? $" Not drawn: {funnel.Points.Count - judged.Count} with too few cases to judge." : "")}");

        double X(FunnelPoint point) => bases.At(point.Rate.Base);

        double Y(FunnelPoint point) => shares.At(point.Rate.Value!.Value);

        IEnumerable<(double X, double Y)> Limit(Func<FunnelLimits, double> of) =>
            lines.Where(l => l.Key >= bases.From && of(l.Value) >= shares.From && of(l.Value) <= shares.To).Select(l => (bases.At(l.Key), shares.At(of(l.Value))));
    }

    private static bool IsOut(FunnelPoint point) => point.Verdict is not (FunnelVerdict.Within or FunnelVerdict.TooFew);

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
