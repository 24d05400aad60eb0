using System.Globalization;
using static CampaignKit.Grievances.ReportWords;

namespace CampaignKit.Grievances;

/// <summary>What a report cannot know, said before anyone reads more into it.</summary>
internal static class ReportUnknowns
{
    public static IReadOnlyList<string> Of(GrievanceReport report) => [.. Sentences(report)];

    private static IEnumerable<string> Sentences(GrievanceReport report)
    {
        var (total, table) = (report.Total, report.Selection.Table);
        if (total.Row.Cases == 0)
            yield return "There are no cases, so there is nothing to know.";

        if (total.SurveyedSatisfaction is null)
        {
            yield return $"Whether citizens were satisfied: {(report.Source.Recorded.Answer ? "there are no answers among these cases" : "the file has no answers")}. That a case was closed does not say that it was solved.";
        }
        else if (total.SurveyedSatisfaction is { Bounds: { } bounds, Response: { Value: < 1 and var answered } response })
        {
            var taken = report.Options.Definition.Satisfaction.Base is CaseBase.Closed ? "; the definition, by which no answer is not satisfied, takes the least" : "";
            yield return Of($"What the others think: {Percent.Of(1 - answered)} % of {(response.Base == 1 ? "1 closed case has" : $"{Rate.Number(response.Base)} closed cases have")} no answer that counts. Over all closed cases, satisfaction is somewhere in {bounds}{taken}.");
        }

        if (total.SurveyedSatisfaction is not null && report.Options.AsOf is not null)
            yield return "When citizens answered: an answer counts with its case, even if it came after the instant that the report looks at.";
        if (table.Count > 0)
        {
            var (ofCases, ofFile) = (table.Recorded, report.Source.Recorded);
            if (NotSaid(!ofFile.Contacted, !ofFile.Resolved) is { } ofNone)
                yield return $"Whether {ofNone}: the file does not say.";
            if (NotSaid(!ofCases.Contacted && ofFile.Contacted, !ofCases.Resolved && ofFile.Resolved) is { } ofThese)
                yield return $"Whether {ofThese}: these cases do not say.";
        }

        if (report.Source.Count > 0 && Array.TrueForAll(report.Source.Columns.Closed, c => c == CaseRow.Open))
            yield return "Which cases were closed, and when: the file records no closings, so that all stand as open.";
        if (total.Row.Open > 0)
            yield return $"How long the {(total.Row.Open == 1 ? "one open case" : $"{Rate.Number(total.Row.Open)} open cases")} will take. The curves count {(total.Row.Open == 1 ? "it" : "each")} as longer than its age, and suppose that it goes on like others of that age.";
        if (total.Undated > 0)
            yield return $"How long {(total.Row.Closed == 1 ? "the one closed case" : $"{Rate.Number(total.Undated)} of {Rate.Number(total.Row.Closed)} closed cases")} took, which {(total.Undated == 1 ? "has no closing time; no time counts it" : "have no closing time; no time counts them")}.";
        if (report.UndatedBefore > 0 && !report.Measure.IsSatisfaction)
        {
            var (hits, all) = (total.Measured.Hits, total.Measured.Base + report.UndatedBefore);
            yield return Of($"How many cases were {report.Measure.Name}: {report.UndatedBefore:#,0} of {all:#,0} that began longer ago {(report.UndatedBefore == 1 ? "was" : "were")} closed nobody knows when. Over all of them, the rate is somewhere in {Percent.Of((double)(hits / all))}-{Percent.Of((double)((hits + report.UndatedBefore) / all))} %.");
        }

        if (!total.TimesAreKnown)
            yield return $"{(report.Measure.IsSatisfaction ? "Within" : "How units compare, how things change, and within")} which time half and nine in ten are closed, open cases counted: more than 5 % of closed cases have no closing time, so the others do not speak for them.";
        else if (!report.Measure.IsSatisfaction && report.Units.Count(u => !u.TimesAreKnown) is > 0 and var untold)
            yield return $"How {Rate.Number(untold)} of {Count(report.Units.Count, "unit")} {(untold == 1 ? "compares" : "compare")}: more than 5 % of {(untold == 1 ? "its" : "their")} closed cases have no closing time, so {(untold == 1 ? "it is" : "they are")} not judged.";
        if (total.Row.Cases > 0 && !total.Measured.HasData)
            yield return $"How units compare and how things change: no answer of citizens counts, and there are no {(report.Measure.IsSatisfaction ? "closing times" : report.Measure.BaseName)}.";
        if (report.Options.AsOf is null && report.AsOf is not null)
            yield return "When the file was made: the report looks at it just after the last opening or closing in it. If that is a slip of the pen, the ages of open cases are wrong.";
        if (report.Units.FirstOrDefault(u => u.Key[0].Length == 0) is { } nameless)
            yield return nameless.Row.Cases == 1
                ? $"Whose case the one is that names no {report.Compared}; it stands as (none)."
                : $"Whose {Rate.Number(nameless.Row.Cases)} cases those are that name no {report.Compared}; they stand as (none).";
        if (report.Units.Count > 1)
            yield return $"Whether the cases are alike: {report.Compared} is compared as it stands, and one with harder cases looks worse.";
        if (report.Options.SuppressBelow is { } least)
        {
            yield return Of($"What is hidden: {(report.Hidden.Count == 0 ? "no group" : Count(report.Hidden.Count, "group"))}, so that no number of cases of a group below {least:#,0} can be worked out here. Other counts, such as open or rated cases, are not protected: those of the hidden groups together follow from the total. Another publication of the same cases may give more away.");
            if (!report.ShowsTrend)
                yield return "How things change: the trend is left out, for what it counts by time may give away what is hidden.";
        }

        foreach (var assumption in report.Source.Assumptions)
            yield return $"Whether this holds, which the reading assumed: {assumption.TrimEnd('.')}.";
        if (total.Row.Duplicates > 0)
            yield return total.Row.Duplicates == 1
                ? "Which case the one marked as a duplicate repeats; it is counted like others."
                : $"Which cases the {Rate.Number(total.Row.Duplicates)} marked as duplicates repeat; they are counted like others.";
    }

    private static string? NotSaid(bool contacts, bool outcomes) => (contacts, outcomes) switch
    {
        (true, true) => "citizens were contacted and matters were resolved",
        (true, false) => "citizens were contacted",
        (false, true) => "matters were resolved",
        _ => null,
    };

    private static string Of(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
