using static CampaignKit.Grievances.ReportWords;

namespace CampaignKit.Grievances;

/// <summary>The section that compares units.</summary>
internal static class ComparisonParts
{
    private const int MostGroups = 12;

    private static readonly FunnelVerdict[] Exceptions = [FunnelVerdict.FarAbove, FunnelVerdict.Above, FunnelVerdict.Below, FunnelVerdict.FarBelow];

    public static IEnumerable<PagePart> Of(GrievanceReport report)
    {
        var (funnel, ranks, shrinkage, what) = (report.Funnel!, report.Ranks!, report.Shrinkage!, report.Compared!.Name);
        yield return new PageProse($"Compared by: {report.Measure}{(report.Measure.IsMedian ? " (the time is the median of all cases, for want of a stated one)" : "")}. {(report.Hidden.Count > 0 ? "Those shown" : "All")} together: {funnel.Pooled}{AndAnswered(report.Measure, report.Units)}.");
        if (FunnelChart.Of(report) is { } chart)
            yield return chart;

        foreach (var verdict in Exceptions)
        {
            string[] names = [.. funnel.Points.Where(p => p.Verdict == verdict).Select(p => p.Name).Order(NaturalOrder.Instance)];
            if (names.Length > 0)
                yield return new PageProse($"{Sign(verdict)}: {Listed(names)}.");
        }

        yield return new PageProse(new ComparisonSpread(funnel).Explanation());
        yield return new PageProse($"Each rate is also shown drawn towards the others as far as its base is small.{(report.Options.MinimumBase > 1 ? $" Those with a base of fewer than {Number(report.Options.MinimumBase)} are not judged." : "")}");
        var shrunken = shrinkage.Units.ToDictionary(u => u.Name);
        var ranked = ranks.Units.ToDictionary(u => u.Name);
        var units = report.Units.ToDictionary(u => u.Key[0]);
        var isSatisfaction = report.Measure.IsSatisfaction;
        var points = funnel.Points.Count <= ReportSections.MostGroups ? funnel.Points : funnel.Points.OrderByDescending(p => p.Rate.Base).Take(ReportSections.MostGroups);
        yield return new PageTable(
            $"Comparison by {what}: {report.Measure.Name}",
            [(what, false), ("Rate", true), .. isSatisfaction ? AnsweredColumns.Headers : [], ("Count", true), ("Verdict of the funnel", false), ("Shrunken rate", true), ("95 %", true), ("Possible ranks", true)],
            [
                .. points.OrderBy(p => p.Name, NaturalOrder.Instance).Select(p => (string[])
                [
                    Name(p.Name),
                    Share(p.Rate.Value),
                    .. isSatisfaction ? AnsweredColumns.Of(units[p.Name].SurveyedSatisfaction) : [],
                    $"{Number(p.Rate.Hits)} of {Number(p.Rate.Base)}",
                    Sign(p.Verdict),
                    Share(shrunken[p.Name].Value),
                    Range(shrunken[p.Name].Interval().Low, shrunken[p.Name].Interval().High),
                    ranked.TryGetValue(p.Name, out var rank) ? rank.BestRank == rank.WorstRank ? $"{rank.BestRank}" : $"{rank.BestRank} to {rank.WorstRank}" : "too few",
                ]),
            ]);
        if (funnel.Points.Count > ReportSections.MostGroups)
            yield return new PageProse($"The {ReportSections.MostGroups} largest of {Number(funnel.Points.Count)}; the JSON has all.");

        if (ranks.Units.Count > 1)
        {
            yield return new PageProse(ranks.Groups.Count == 1
                ? ranks.Units.Count == 2 ? "The two that are judged cannot be told apart." : $"All {Number(ranks.Units.Count)} that are judged are one group: no two can be told apart."
                : $"Groups of which no two can be told apart, best first; one may be in several{(ranks.Groups.Count > MostGroups ? $" (the first {MostGroups} of {ranks.Groups.Count})" : "")}:");
            if (ranks.Groups.Count > 1)
                yield return new PageList([.. ranks.Groups.Take(MostGroups).Select(g => Listed([.. g.Select(u => u.Name)]))]);
        }
    }

    /// <summary>How many units there are of each verdict: <c>2 below the 99.8 % limit, 46 within the limits</c>.</summary>
    public static string Verdicts(FunnelPlot funnel)
    {
        (FunnelVerdict Verdict, string Words)[] all =
        [
            (FunnelVerdict.FarAbove, "above the 99.8 % limit"), (FunnelVerdict.Above, "above the 95 % limit"), (FunnelVerdict.Within, "within the limits"),
            (FunnelVerdict.Below, "below the 95 % limit"), (FunnelVerdict.FarBelow, "below the 99.8 % limit"), (FunnelVerdict.TooFew, "with too few cases to judge"),
        ];
        var counts = funnel.Points.CountBy(p => p.Verdict).ToDictionary();
        return string.Join(", ", all.Where(v => counts.ContainsKey(v.Verdict)).Select(v => $"{Number(counts[v.Verdict])} {v.Words}"));
    }
}
