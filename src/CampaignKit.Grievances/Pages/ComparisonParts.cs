using System.Globalization;
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
        yield return new PageProse($"{Shrunken(shrinkage)}{(report.Options.MinimumBase > 1 ? $" Those with a base of fewer than {Number(report.Options.MinimumBase)} are not judged." : "")}");
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

    /// <summary>
    /// How many units there are of each verdict: <c>2 below the 99.8 % limit, 46 within the limits</c>; with names, of those outside the farthest:
    /// <c>2 below the 99.8 % limit (noise desk, roads), 46 within the limits</c>.
    /// </summary>
    public static string Verdicts(FunnelPlot funnel, int mostNames = 0)
    {
        var named = funnel.Points.Where(IsOut)
            .OrderByDescending(p => p.Verdict is FunnelVerdict.FarAbove or FunnelVerdict.FarBelow).ThenByDescending(p => Math.Abs(p.Score ?? 0)).ThenBy(p => p.Name, StringComparer.Ordinal)
            .Take(mostNames).ToLookup(p => p.Verdict, p => p.Name);
        (FunnelVerdict Verdict, string Words)[] all =
        [
            (FunnelVerdict.FarAbove, "above the 99.8 % limit"), (FunnelVerdict.Above, "above the 95 % limit"), (FunnelVerdict.Within, "within the limits"),
            (FunnelVerdict.Below, "below the 95 % limit"), (FunnelVerdict.FarBelow, "below the 99.8 % limit"), (FunnelVerdict.TooFew, "with too few cases to judge"),
        ];
        var counts = funnel.Points.CountBy(p => p.Verdict).ToDictionary();
        return string.Join(", ", all.Where(v => counts.ContainsKey(v.Verdict)).Select(v => $"{Number(counts[v.Verdict])} {v.Words}{Names(v.Verdict)}"));

        string Names(FunnelVerdict verdict)
        {
            string[] names = [.. named[verdict].Order(NaturalOrder.Instance).Select(Name)];
            return names.Length == 0 ? "" : $" ({string.Join(", ", names)}{(names.Length < counts[verdict] ? $" and {Number(counts[verdict] - names.Length)} more" : "")})";
        }
    }

    /// <summary>Whether a unit is judged and outside the limits.</summary>
    public static bool IsOut(FunnelPoint point) => point.Verdict is not (FunnelVerdict.Within or FunnelVerdict.TooFew);

    /// <summary>By which spread rates are drawn together: another estimate than that of the limits, over other units, so that the two need not agree.</summary>
    private static string Shrunken(Shrinkage shrinkage) => shrinkage.Prior is { } prior
        ? $"The shrunken rate is drawn towards the others as far as its base is small, by another estimate of the spread than the limits: a beta-binomial fit to all of them, also those with too few cases to judge, by which the others weigh {(prior.Strength < 1.05 ? "no more than one case" : $"as much as {prior.Strength.ToString("#,0.#", CultureInfo.InvariantCulture)} cases")}."
        : "The shrunken rates are all the rate of all together: a beta-binomial fit to all of them, also those with too few cases to judge, finds no spread beyond chance.";
}
