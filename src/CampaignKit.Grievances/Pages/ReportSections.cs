using static CampaignKit.Grievances.ReportWords;

namespace CampaignKit.Grievances;

/// <summary>What a report says, section by section, the same in every form of page.</summary>
internal static class ReportSections
{
    /// <summary>How many groups a table for people has at most; the rest is in the JSON.</summary>
    public const int MostGroups = 200;

    private const int MostBadRows = 10;
    private const int MostAnswers = 5;
    private const int LongestAnswer = 30;

    public static IReadOnlyList<PageSection> Of(GrievanceReport report) =>
    [
        Glance(report),
        .. report.Total.SurveyedSatisfaction is null ? [] : new[] { new PageSection("satisfaction", "Satisfaction", [.. Satisfaction(report)]) },
        new PageSection("times", "Time to close", [.. Times(report)]),
        .. report.Funnel is null ? [] : new[] { new PageSection("comparison", $"Comparison by {report.Compared}", [.. ComparisonParts.Of(report)]) },
        .. report.Trend is null ? [] : new[] { new PageSection("trend", $"Trend by {report.TrendBy}", [.. TrendParts.Of(report)]) },
        .. report.Flags is null ? [] : new[] { new PageSection("flags", "Reasons to look", [.. FlagParts.Of(report)]) },
        new PageSection("not-known", "What is not known", [new PageList(report.NotKnown)]),
        new PageSection("counted", "What was counted", [.. Counted(report)]),
    ];

    private static PageSection Glance(GrievanceReport report)
    {
        var total = report.Total;
        var clock = report.Clock;
        var items = new List<string>();
        if (report.AsOf is { } asOf)
            items.Add($"As of {At(asOf, report.Summary.Calendar)}; what happened then or later is left out.");
        if (report.Hidden.Count > 0)
            items.Add($"For publication, {Count(report.Hidden.Count, "group")} with few cases or beside them {(report.Hidden.Count == 1 ? "is" : "are")} hidden.");
        if (report.Options.Since is { } since)
            items.Add($"Cases that began at {At(since, report.Summary.Calendar)} or later.");
        items.Add(total.Row.Cases switch
        {
            0 => "0 cases.",
            1 => $"1 case, {(total.Row.Open == 0 ? "closed" : "open")}.",
            var cases => $"{Number(cases)} cases, {(total.Row.Open == 0 ? "none" : Number(total.Row.Open))} of them open.",
        });
        items.Add(total.SurveyedSatisfaction switch
        {
            null => $"Satisfaction: not known; {(report.Source.Recorded.Answer ? "no answers among these cases" : "the file has no answers of citizens")}.",
            { } ofRated when IsOfClosed(report) => $"Satisfaction: {total.Row.Satisfaction}. Of those rated: {ofRated}.",
            { } ofRated => $"Satisfaction: {ofRated}.",
        });
        if (total.SurveyedSatisfaction is { } surveyed)
            items.Add(Estimated(report, surveyed));
        items.AddRange(UnknownAnswers(report));
        if (total.Row.Times.Count == 1)
            items.Add($"The one closed case{(total.Undated > 0 ? " with a closing time" : "")} took {clock.Text(total.Row.Times.P50)}.");
        else if (total.Row.Times.Count > 1)
            items.Add($"Of the {(total.Undated > 0 ? $"{Number(total.Row.Times.Count)} closed cases with a closing time" : "closed cases alone")}, half took at most {clock.Text(total.Row.Times.P50)} and nine in ten at most {clock.Text(total.Row.Times.P90)}.");
        if (total.Row.Cases > 0)
        {
            items.Add(total.TimesAreKnown
                ? $"With open cases counted: half {Reached(clock, total, 0.5)}, nine in ten {Reached(clock, total, 0.9)}."
                : $"With open cases counted: not known; {Number(total.Undated)} of {Count(total.Row.Closed, "closed case")} {(total.Undated == 1 ? "has" : "have")} no closing time.");
        }

        if (report.Funnel is { } funnel)
            items.Add($"By {report.Compared}, {report.Measure.Name}: {new ComparisonSpread(funnel).Headline()}");
        else if (report.Units is [var only])
            items.Add(Alone(report, only));
        if (report.Trend is { } trend)
            items.Add(TrendParts.Outside(trend, report.TrendBy));
        return new PageSection("glance", "At a glance", [new PageList(items)]);
    }

    /// <summary>Why there is no comparison.</summary>
    private static string Alone(GrievanceReport report, ReportGroup only) =>
        report.Hidden.Count > 0 ? $"One {report.Compared} alone is shown, so there is nothing to compare."
        : only.Key[0].Length == 0 ? $"No case names its {report.Compared}, so there is nothing to compare."
        : $"All cases are of one {report.Compared}, so there is nothing to compare.";

    /// <summary>How many cases have an answer that the definition does not know, with the words of the most; a word may tell of whom it is, so none in publication.</summary>
    private static IEnumerable<string> UnknownAnswers(GrievanceReport report)
    {
        var unknown = report.Summary.UnknownAnswers;
        if (unknown.Count == 0)
            yield break;

        var (cases, isPublished) = (unknown.Sum(a => a.Value), report.Options.SuppressBelow is not null);
        var words = string.Join(", ", unknown.OrderByDescending(a => a.Value).Take(MostAnswers).Select(a => $"'{PageText.Short(a.Key, LongestAnswer)}' {Number(a.Value)}"));
        var more = unknown.Count > MostAnswers ? $" and {Count(unknown.Count - MostAnswers, "other word")}" : "";
        yield return $"Not rated because the definition does not know the answer: {Count(cases, "closed case")}{(isPublished ? "" : $" ({words}{more})")}.";
    }

    private static string Reached(ReportClock clock, ReportGroup group, double share) =>
        group.Curve.Quantile(share) is TimeReached reached ? $"closed within {clock.Text(reached)}" : clock.Text(group.Curve.Quantile(share));

    private static IEnumerable<PagePart> Satisfaction(GrievanceReport report)
    {
        yield return new PageProse("Each rate stands beside the share of closed cases that are rated. The bounds are where the rate over all closed cases lies, whatever is thought of those that are not; no interval knows that.");
        var (hasComposite, isOfClosed) = (report.Total.Row.Composite is not null, IsOfClosed(report));
        if (isOfClosed)
            yield return new PageProse($"By the definition, satisfaction is of {report.Total.Row.Satisfaction.BaseName}, one without an answer that counts not satisfied.");
        var rows = Shown(report).Select(g => (string[])
        [
            g.Name,
            .. isOfClosed ? [Share(g.Row.Satisfaction.Value)] : Array.Empty<string>(),
            Share(g.SurveyedSatisfaction?.Value),
            .. AnsweredColumns.Of(g.SurveyedSatisfaction),
            g.SurveyedSatisfaction is { Value: not null } rate ? Range(rate.Interval().Low, rate.Interval().High) : "no data",
            Share(g.Row.Response.Value),
            Share(g.Row.Resolution.Value),
            .. hasComposite ? [Composite(report, g)] : Array.Empty<string>(),
        ]);
        yield return new PageTable(
            "Satisfaction, with how many are rated",
            [
                (HeaderOf(report), false), .. isOfClosed ? [("Satisfaction", true)] : Array.Empty<(string, bool)>(), ("Satisfied of those rated", true), .. AnsweredColumns.Headers, ("95 % Wilson", true),
                ("Response", true), ("Resolution", true), .. hasComposite ? [("Composite of 100", true)] : Array.Empty<(string, bool)>(),
            ],
            [.. rows, .. Hidden(report, 8 + (hasComposite ? 1 : 0) + (isOfClosed ? 1 : 0))]);
        if (hasComposite && Shown(report).Any(g => IsTooSmall(report, g)))
            yield return new PageProse($"A composite of fewer than {Number(report.Options.MinimumBase)} cases says too little to stand beside others; the JSON has it.");
        foreach (var left in LeftOut(report))
            yield return left;
    }

    private static string Composite(GrievanceReport report, ReportGroup group) =>
        group.Row.Composite is not { } score ? "no data" : IsTooSmall(report, group) ? "too few" : Percent.Of(score);

    /// <summary>Whether the composite of a group rests on too small a base; the total stands alone, and is compared with nothing.</summary>
    private static bool IsTooSmall(GrievanceReport report, ReportGroup group) =>
        group != report.Total && group.Row.Composite is not null
        && new[] { group.Row.Response, group.Row.Resolution, group.Row.Satisfaction }.Min(r => r.Base) < report.Options.MinimumBase;

    private static string Estimated(GrievanceReport report, SurveyedRate total) => SatisfactionClasses.Missing(report) is { } reason
        ? $"Weighting-class estimate of satisfaction over all closed cases: no data ({reason})."
        : $"Weighting-class estimate of satisfaction over all closed cases: {report.WeightedSatisfaction}, {total.Answered}. It assumes {SatisfactionClasses.Claim(report.WeightedBy)}, which nobody can check; the bounds assume nothing.";

    private static IEnumerable<PagePart> Times(GrievanceReport report)
    {
        var clock = report.Clock;
        var hasTargets = report.Total.Row.OnTime.HasData;
        if (CurvesChart.Of(report) is { } chart)
            yield return chart;
        yield return new PageProse(
            "p50 and p90 are the times within which half and nine in ten were closed. Those of closed cases alone are exact, and too short wherever cases are open; those of all cases (Kaplan-Meier) count an open case as longer than its age, and are not reached where too many are open.");
        yield return new PageTable(
            "Time to close",
            [(HeaderOf(report), false), ("Cases", true), ("Open", true), ("p50 closed", true), ("p90 closed", true), ("p50 all", true), ("p90 all", true), .. hasTargets ? [("On time", true), ("Of closed alone", true)] : Array.Empty<(string, bool)>()],
            [
                .. Shown(report).Select(g => (string[])
                [
                    g.Name, Number(g.Row.Cases), Number(g.Row.Open), clock.Text(g.Row.Times.P50), clock.Text(g.Row.Times.P90), Short(clock, g, 0.5), Short(clock, g, 0.9),
                    .. hasTargets ? [OnTime(g.Row.OnTime), OnTime(g.Row.ClosedOnTime)] : Array.Empty<string>(),
                ]),
                .. Hidden(report, hasTargets ? 9 : 7),
            ]);
        if (hasTargets)
            yield return new PageProse($"On time is over {report.Total.Row.OnTime.BaseName}, so that an open case that is late counts as one. Of closed alone is over {report.Total.Row.ClosedOnTime.BaseName}, and flatters whoever leaves late cases open.");
        foreach (var left in LeftOut(report))
            yield return left;
    }

    private static string OnTime(Rate rate) => rate.HasData ? $"{Share(rate.Value)} ({Number(rate.Hits)} of {Number(rate.Base)})" : "no data";

    private static IEnumerable<string[]> Hidden(GrievanceReport report, int columns) =>
        report.Hidden.Order(NaturalOrder.Instance).Select(name => (string[])[name, .. Enumerable.Repeat("*", columns - 1)]);

    private static bool IsOfClosed(GrievanceReport report) => report.Options.Definition.Satisfaction.Base is CaseBase.Closed;

    private static string Short(ReportClock clock, ReportGroup group, double share) =>
        !group.TimesAreKnown ? "not known" : group.Curve.Quantile(share) is TimeNotReached open ? $"not reached ({Percent.Of(open.StillOpen)} % open)" : clock.Text(group.Curve.Quantile(share));

    private static IEnumerable<PagePart> Counted(GrievanceReport report)
    {
        var (source, chosen, summary) = (report.Source, report.Selection, report.Summary);
        yield return new PageTable(
            "Rows of the file",
            [("Rows", false), ("Count", true)],
            [
                ["read", Number(source.RowsRead)],
                ["bad, left out", Number(source.BadRows.Count)],
                ["with the id of an earlier row", Number(source.RepeatedCases.Count)],
                ["of them counted all the same", Number(source.RepeatedCases.Count - (source.RowsRead - source.BadRows.Count - source.Count))],
                .. report.Options.Since is null ? [] : new string[][] { ["cases that began too early, left out", Number(chosen.Earlier)] },
                .. report.Options.CountDuplicates ? [] : new string[][] { ["cases marked as duplicates, left out", Number(chosen.Duplicates)] },
                ["cases that began later, left out", Number(summary.LaterCases)],
                ["cases reported", Number(report.Total.Row.Cases)],
                ["of them marked as duplicates", Number(report.Total.Row.Duplicates)],
                ["of them closed at an unknown time", Number(report.Total.Undated)],
            ]);
        if (source.BadRows.Count > 0 && report.Options.SuppressBelow is null)
        {
            yield return new PageProse(source.BadRows.Count > MostBadRows ? $"The first {MostBadRows} bad rows:" : source.BadRows.Count == 1 ? "The bad row:" : "The bad rows:");
            yield return new PageList([.. source.BadRows.Take(MostBadRows).Select(r => r.ToString())]);
        }

        yield return new PageProse($"Definition: {summary.Definition}.");
        yield return new PageList([.. summary.Definition.Explain().Split('\n').Skip(1).Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))]);
        if (summary.UnknownAnswers.Count > 0 && report.Options.SuppressBelow is null)
        {
            yield return new PageProse("Answers that the definition does not know count as not rated:");
            yield return new PageTable("Unknown answers", [("Answer", false), ("Closed cases", true)], [.. summary.UnknownAnswers.Take(MostGroups).Select(a => (string[])[a.Key, Number(a.Value)])]);
        }
    }

    private static string HeaderOf(GrievanceReport report) => report.Options.By.Count == 0 ? "Cases" : string.Join(" / ", report.Options.By.Select(d => d.Name));

    /// <summary>The total, then the groups in natural order; of too many, the largest.</summary>
    private static IEnumerable<ReportGroup> Shown(GrievanceReport report)
    {
        var shown = report.Groups.Count <= MostGroups ? report.Groups : report.Groups.OrderByDescending(g => g.Row.Cases).Take(MostGroups);
        IOrderedEnumerable<ReportGroup>? ordered = null;
        for (var i = 0; i < report.Options.By.Count; i++)
        {
            var dimension = i;
            ordered = ordered is null ? shown.OrderBy(g => g.Key[dimension], NaturalOrder.Instance) : ordered.ThenBy(g => g.Key[dimension], NaturalOrder.Instance);
        }

        return [report.Total, .. ordered ?? shown];
    }

    private static IEnumerable<PagePart> LeftOut(GrievanceReport report)
    {
        if (report.Hidden.Count > 0)
            yield return new PageProse($"* hidden, so that no number of cases below {Number(report.Options.SuppressBelow!.Value)} can be worked out.");
        if (report.Groups.Count > MostGroups)
            yield return new PageProse($"The {MostGroups} largest of {Number(report.Groups.Count)} groups; the JSON has all.");
    }
}
