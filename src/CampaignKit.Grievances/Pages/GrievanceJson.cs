using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using static CampaignKit.Grievances.JsonValues;

namespace CampaignKit.Grievances;

/// <summary>A report as JSON: every group, point and step; names in camelCase, shares between 0 and 1, null for no data.</summary>
internal static class GrievanceJson
{
    public static void Write(Utf8JsonWriter json, GrievanceReport report)
    {
        json.WriteString("title", report.Options.Title);
        json.WriteString("asOf", report.AsOf is { } asOf ? InstantPattern.ExtendedIso.Format(asOf) : null);
        json.WriteString("since", report.Options.Since is { } since ? InstantPattern.ExtendedIso.Format(since) : null);
        json.WriteString("zone", report.Summary.Calendar.Zone.Id);
        json.WriteString("timeUnit", report.CurveUnit == Duration.FromDays(1) ? "day" : "minute");
        WriteDefinition(json, report.Summary.Definition);
        WriteRows(json, report);
        json.WriteStartObject("measure");
        json.WriteString("name", report.Measure.Name);
        json.WriteString("baseName", report.Measure.BaseName);
        WriteNumber(json, "within", report.Measure.Within is { } within ? within / report.CurveUnit : null);
        json.WriteBoolean("withinIsMedian", report.Measure.IsMedian);
        json.WriteEndObject();
        Strings(json, "by", report.Options.By.Select(d => d.Name));
        json.WriteStartObject("total");
        WriteGroup(json, report.Total, withSteps: true);
        json.WriteEndObject();
        Objects(json, "groups", report.Groups, group => WriteGroup(json, group, withSteps: false));
        Strings(json, "hidden", report.Hidden);
        WriteEstimate(json, report);
        ComparisonJson.Write(json, report);
        TrendJson.Write(json, report);
        FlagsJson.Write(json, report);
        Strings(json, "notKnown", report.NotKnown);
    }

    public static void Objects<T>(Utf8JsonWriter json, string name, IEnumerable<T> all, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var one in all)
        {
            json.WriteStartObject();
            write(one);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>How many of the groups' closed cases answered, and the bounds for all of them, whatever those think who did not; null without groups or answers.</summary>
    public static void WriteAnswered(Utf8JsonWriter json, IReadOnlyList<ReportGroup> groups)
    {
        if (groups.Count > 0)
            RateJson.Write(json, "rated", Rate.Pool(groups.Select(g => g.Row.Rated)));
        else
            json.WriteNull("rated");
        var bounds = ReportGroup.SatisfactionOf(groups)?.Bounds;
        WriteNumber(json, "satisfactionOfAllAtLeast", bounds?.Low);
        WriteNumber(json, "satisfactionOfAllAtMost", bounds?.High);
    }

    /// <summary>The estimate with what it assumes, or why there is none.</summary>
    private static void WriteEstimate(Utf8JsonWriter json, GrievanceReport report)
    {
        if (report.Total.SurveyedSatisfaction is null)
        {
            json.WriteNull("weightingClassEstimate");
            return;
        }

        var estimate = report.WeightedSatisfaction;
        var interval = estimate is { Value: not null } ? estimate.Interval() : null;
        json.WriteStartObject("weightingClassEstimate");
        json.WriteString("by", report.WeightedBy.Name);
        json.WriteString("assumes", SatisfactionClasses.Claim(report.WeightedBy));
        WriteNumber(json, "classes", estimate?.Classes.Count);
        Strings(json, "silentClasses", estimate?.SilentClasses ?? []);
        WriteNumber(json, "value", estimate?.Value);
        WriteNumber(json, "low", interval?.Low);
        WriteNumber(json, "high", interval?.High);
        WriteNumber(json, "standardError", estimate?.StandardError);
        WriteNumber(json, "effectiveAnswers", estimate?.EffectiveAnswers);
        WriteNumber(json, "unweighted", estimate?.Raw);
        WriteAnswered(json, [report.Total]);
        json.WriteString("noData", SatisfactionClasses.Missing(report));
        json.WriteEndObject();
    }

    private static void WriteDefinition(Utf8JsonWriter json, SatisfactionDefinition definition)
    {
        json.WriteStartObject("definition");
        json.WriteString("name", definition.Name);
        json.WriteNumber("version", definition.Version);
        Strings(json, "explained", definition.Explain().Split('\n').Skip(1).Select(line => line.Trim()));
        json.WriteEndObject();
    }

    private static void WriteRows(Utf8JsonWriter json, GrievanceReport report)
    {
        json.WriteStartObject("rows");
        json.WriteNumber("read", report.Source.RowsRead);
        json.WriteNumber("bad", report.Source.BadRows.Count);
        json.WriteNumber("repeated", report.Source.RepeatedCases.Count);
        json.WriteNumber("earlier", report.Selection.Earlier);
        json.WriteNumber("duplicatesLeftOut", report.Selection.Duplicates);
        json.WriteNumber("later", report.Summary.LaterCases);
        json.WriteNumber("reported", report.Total.Row.Cases);
        json.WriteEndObject();
        Strings(json, "assumptions", report.Source.Assumptions);
        var isPublished = report.Options.SuppressBelow is not null;
        Objects(json, "badRows", isPublished ? [] : report.Source.BadRows, row =>
        {
            json.WriteNumber("line", row.Line);
            Objects(json, "cells", row.Cells, cell =>
            {
                json.WriteString("column", cell.Column);
                json.WriteString("value", cell.Value);
                json.WriteString("rule", cell.Rule);
            });
        });
        Objects(json, "unknownAnswers", isPublished ? [] : report.Summary.UnknownAnswers, answer =>
        {
            json.WriteString("answer", answer.Key);
            json.WriteNumber("closedCases", answer.Value);
        });
    }

    private static void WriteGroup(Utf8JsonWriter json, ReportGroup group, bool withSteps)
    {
        var row = group.Row;
        Strings(json, "key", group.Key);
        json.WriteNumber("cases", row.Cases);
        json.WriteNumber("open", row.Open);
        json.WriteNumber("duplicates", row.Duplicates);
        json.WriteNumber("closedAtUnknownTime", group.Undated);
        RateJson.Write(json, "satisfaction", row.Satisfaction);
        WriteNumber(json, "satisfactionOfRated", group.SurveyedSatisfaction?.Value);
        WriteAnswered(json, [group]);
        RateJson.Write(json, "response", row.Response);
        RateJson.Write(json, "resolution", row.Resolution);
        WriteNumber(json, "composite", row.Composite);
        RateJson.Write(json, "onTime", row.OnTime);
        RateJson.Write(json, "closedOnTime", row.ClosedOnTime);
        RateJson.Write(json, "measured", group.Measured);
        json.WriteStartObject("closedOnly");
        json.WriteNumber("cases", row.Times.Count);
        json.WriteString("p50", row.Times.P50 is { } median ? DurationPattern.JsonRoundtrip.Format(median) : null);
        json.WriteString("p90", row.Times.P90 is { } most ? DurationPattern.JsonRoundtrip.Format(most) : null);
        json.WriteEndObject();
        json.WriteStartObject("withOpen");
        WriteQuantile(json, "p50", group, 0.5);
        WriteQuantile(json, "p90", group, 0.9);
        if (withSteps && group.TimesAreKnown)
        {
            Objects(json, "steps", group.Curve.Steps, step =>
            {
                var (low, high) = step.Band();
                json.WriteNumber("time", step.Time);
                json.WriteNumber("atRisk", step.AtRisk);
                json.WriteNumber("closed", step.Closed);
                json.WriteNumber("stillOpen", step.StillOpen);
                json.WriteNumber("low", low);
                json.WriteNumber("high", high);
            });
        }

        json.WriteEndObject();
    }

    private static void WriteQuantile(Utf8JsonWriter json, string name, ReportGroup group, double share)
    {
        var quantile = group.TimesAreKnown ? group.Curve.Quantile(share) : null;
        json.WriteStartObject(name);
        json.WriteString("answer", quantile switch { TimeReached => "reached", TimeNotReached => "not reached", null => "not known", _ => "no data" });
        WriteNumber(json, "time", quantile is TimeReached reached ? reached.Time : null);
        WriteNumber(json, "stillOpen", quantile is TimeNotReached open ? open.StillOpen : null);
        WriteNumber(json, "longest", quantile is TimeNotReached longest ? longest.Longest : null);
        json.WriteEndObject();
    }
}
