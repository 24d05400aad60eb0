using static CampaignKit.Grievances.ReportWords;

namespace CampaignKit.Grievances;

/// <summary>Draws a control chart: periods to the right, rate upwards, limits as dashed steps, and points outside as triangles with their names.</summary>
internal static class TrendChart
{
    private const int MostLabels = 10;
    private const int MostTicks = 7;

    public static PageChart? Of(GrievanceReport report) => PageChart.Of(frame => Draw(report, frame));

    private static (string Svg, string Caption)? Draw(GrievanceReport report, ChartFrame frame)
    {
        var trend = report.Trend!;
        if (trend.Centre is not { } centre)
            return null;

        var points = trend.Points.Select((point, place) => (Point: point, Place: place)).ToList();
        var known = points.Where(p => p.Point.Rate.HasData).ToList();
        var svg = new SvgDrawing(
            frame,
            "trend-chart",
            $"Control chart by {report.TrendBy}: {report.Measure.Name}",
            $"{(known.Count == 1 ? $"1 point, {known[0].Point.Name}" : $"{Number(known.Count)} points from {known[0].Point.Name} to {known[^1].Point.Name}")}. {TrendParts.Outside(trend, report.TrendBy)} The table below has each.");
        var across = new ChartScale(-0.5, points.Count - 0.5, frame.Left, frame.Right);
        var shares = ChartScale.OfShares([centre, .. known.SelectMany(p => new[] { p.Point.Rate.Value!.Value, p.Point.Low, p.Point.High })], ChartFrame.Bottom, ChartFrame.Top + 8);
        frame.Draw(svg, shares, report.Measure.Name, $"{report.TrendBy} in which the cases began");
        var ticks = frame.TicksOf(known.MaxBy(p => p.Point.Name.Length).Point.Name, MostTicks, frame.Right);
        var every = (points.Count + ticks - 1) / ticks;
        foreach (var (point, place) in points.Where(p => p.Place % every == 0 && across.At(p.Place) < frame.Right - 16))
            frame.Tick(svg, across.At(place), point.Name);

        var stretches = Stretches(known);
        foreach (var stretch in stretches)
            svg.Path("outer", Steps(stretch, p => p.Low)).Path("outer", Steps(stretch, p => p.High));
        svg.Line("centre", frame.Left, shares.At(centre), frame.Right, shares.At(centre));
        foreach (var stretch in stretches)
            svg.Path("link", stretch.Select(p => (across.At(p.Place), shares.At(p.Point.Rate.Value!.Value))));
        var shape = known.Count > 80 ? ChartFrame.SmallCircle : ChartFrame.Circle;
        foreach (var (point, place) in known)
        {
            var value = point.Rate.Value!.Value;
            var (style, look) = !point.IsOut ? ("dot", shape) : value < point.Low ? ("out", ChartFrame.Down) : ("out", ChartFrame.Up);
            svg.Mark(style, look, across.At(place), shares.At(value), $"{point.Name}: {Share(value)} of {Number(point.Rate.Base)}{AndAnswered(report.Measure, report.InPeriod(point))}, limits {Range(point.Low, point.High)}");
        }

        var taken = known.Select(p => (X: across.At(p.Place), Y: shares.At(p.Point.Rate.Value!.Value))).Select(p => (p.X - 4, p.Y - 4, p.X + 4, p.Y + 4)).ToList();
        foreach (var (point, place) in known.Where(p => p.Point.IsOut).OrderByDescending(p => Math.Abs(p.Point.Score ?? 0)).ThenBy(p => p.Place).Take(MostLabels))
            ChartLabel.Put(svg, frame, point.Name, across.At(place), shares.At(point.Rate.Value!.Value), taken);

        return (
            svg.ToString(),
            $"Each point is a {report.TrendBy}; the line is the rate of all together, and the dashed lines are the limits that ordinary variation keeps to. ▲ ▼ are outside, and a cause is worth looking for; ○ need none. Periods whose cases are too young to tell have no point.{(report.Measure.IsSatisfaction ? " How many are rated stands in the table, beside each rate." : "")}");

        IEnumerable<(double X, double Y)> Steps(List<(ChartPoint Point, int Place)> stretch, Func<ChartPoint, double> limit) =>
            stretch.SelectMany(p => new[] { p.Place - 0.5, p.Place + 0.5 }.Select(x => (across.At(x), shares.At(limit(p.Point)))));
    }

    /// <summary>The points without gaps between them: a line across a gap would say what nobody knows.</summary>
    private static List<List<(ChartPoint Point, int Place)>> Stretches(List<(ChartPoint Point, int Place)> known)
    {
        var stretches = new List<List<(ChartPoint Point, int Place)>>();
        foreach (var point in known)
        {
            if (stretches is [.., [.., var last]] && last.Place == point.Place - 1)
                stretches[^1].Add(point);
            else
                stretches.Add([point]);
        }

        return stretches;
    }
}
