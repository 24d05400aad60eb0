using CampaignKit.Calendars;
using static CampaignKit.Grievances.ReportWords;

namespace CampaignKit.Grievances;

/// <summary>The section that shows the trend.</summary>
internal static class TrendParts
{
    private const int MostSignals = 12;
    private const int MostNames = 3;

    public static IEnumerable<PagePart> Of(GrievanceReport report)
    {
        var (trend, rule, by) = (report.Trend!, report.TrendBy.ToString(), report.TrendBy);
        yield return new PageProse(Worded($"Followed: {report.Measure}, by the {rule} in which the cases began. Centre {Share(trend.Centre)}{AndAnswered(report.Measure, report.Periods)}; {Limits(trend)}. {Outside(trend, by)}"));
        if (report.Options.SuppressBelow is { } least)
            yield return new PageProse($"Each {rule} of fewer than {Count(least, "case")} is hidden, and others from which it could be worked out; they have no point.");
        if (TrendChart.Of(report) is { } chart)
            yield return chart;

        string[] signals = [.. trend.Signals.Where(s => s.Rule is ChartRule.BeyondLimits).Select(s => Reason(report, s)), .. Runs(trend)];
        if (signals.Length > MostSignals)
            yield return new PageProse($"The last {MostSignals} of {Number(signals.Length)} signals; the JSON has all:");
        if (signals.Length > 0)
            yield return new PageList([.. signals.TakeLast(MostSignals)]);

        var known = trend.Points.Where(p => p.Rate.HasData).ToList();
        if (known.Count == 0)
            yield break;

        var points = known.TakeLast(ReportSections.MostGroups).ToList();
        yield return new PageTable(
            points.Count == known.Count ? $"Each {rule} with data" : $"The last {points.Count} of {CountOf(known.Count, by)} with data",
            [(rule, false), ("Rate", true), .. report.Measure.IsSatisfaction ? AnsweredColumns.Headers : [], ("Count", true), ("Limits", true), ("Signal", false)],
            [
                .. points.Select(p => (string[])
                [
                    p.Name,
                    Share(p.Rate.Value),
                    .. report.Measure.IsSatisfaction ? AnsweredColumns.Of(report.InPeriod(p)?.SurveyedSatisfaction) : [],
                    $"{Number(p.Rate.Hits)} of {Number(p.Rate.Base)}",
                    Range(p.Low, p.High),
                    p.IsOut ? p.Rate.Value < p.Low ? "▼ below" : "▲ above" : "",
                ]),
            ],
            IsFolded: true);
    }

    /// <summary>How many periods are outside, with the names of the last three, and how many runs there are.</summary>
    public static string Outside(ControlChart trend, PeriodRule rule)
    {
        var (outside, all) = (trend.Points.Where(p => p.IsOut).ToList(), trend.Points.Count(p => p.Rate.HasData));
        return all == 0 ? $"No {rule} shown has data."
            : all == 1 ? $"One {rule} alone has data, so there is no trend to tell."
            : $"{(outside.Count == 0 ? "None" : Number(outside.Count))} of {CountOf(all, rule)} with data {(outside.Count < 2 ? "is" : "are")} outside the limits{Names()}.{Stretches(Runs(trend).Count())}";

        string Names() => outside.Count == 0 ? "" : $" ({(outside.Count > MostNames ? "the last: " : "")}{string.Join(", ", outside.TakeLast(MostNames).Select(p => p.Name))})";

        static string Stretches(int runs) => runs == 0 ? "" : runs == 1 ? " There is a run on one side of the centre." : $" There are {Number(runs)} runs on one side of the centre.";
    }

    /// <summary>The reason of a signal; where it tells a satisfaction, with how many answered.</summary>
    public static string Reason(GrievanceReport report, ChartSignal signal) =>
        signal.Rule is ChartRule.BeyondLimits ? $"{signal.Reason}{AndAnswered(report.Measure, report.InPeriod(signal.Point))}" : signal.Reason;

    private static string Limits(ControlChart trend) => trend.Points.Count(p => p.Rate.HasData) < 2
        ? "limits for chance alone"
        : Worded($"Laney's limits, for which periods vary {trend.SigmaZ:0.00} times as much as by chance");

    /// <summary>Each run once, at its last point.</summary>
    private static IEnumerable<string> Runs(ControlChart trend)
    {
        var runs = trend.Signals.Where(s => s.Rule is ChartRule.RunOnOneSide).ToList();
        var places = trend.Points.Where(p => p.Rate.HasData).Select((point, place) => (point, place)).ToDictionary(p => p.point.Name, p => p.place);
        for (var i = 0; i < runs.Count; i++)
        {
            if (i + 1 == runs.Count || places[runs[i + 1].Point.Name] != places[runs[i].Point.Name] + 1)
                yield return runs[i].Reason;
        }
    }
}
