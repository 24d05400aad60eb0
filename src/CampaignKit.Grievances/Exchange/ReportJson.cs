using System.Text.Json;
using NodaTime.Text;
using static CampaignKit.Grievances.JsonValues;

namespace CampaignKit.Grievances;

/// <summary>Writes a report as JSON, with the definition it was made by.</summary>
internal static class ReportJson
{
    /// <summary>The version of the form; it goes up when a reader of the old one would misread the new one.</summary>
    public const int Version = 1;

    private const int RowsBetweenFlushes = 1 << 8;

    public static void Write(SatisfactionReport report, Stream stream, IntervalMethod method, double level)
    {
        using var json = new Utf8JsonWriter(stream, DocumentForm);
        json.WriteStartObject();
        json.WriteString("report", "satisfaction");
        json.WriteNumber("version", Version);
        json.WritePropertyName("definition");
        SatisfactionJson.Write(report.Definition, json);
        if (report.AsOf is { } asOf)
            json.WriteString("asOf", InstantPattern.ExtendedIso.Format(asOf));
        else
            json.WriteNull("asOf");
        json.WriteString("zone", report.Calendar.Zone.Id);
        json.WriteString("calendar", report.Calendar.ToString());
        json.WriteString("grain", report.Grain is TimeGrain.Day ? "day" : "instant");
        Strings(json, "assumptions", report.Assumptions);
        json.WriteNumber("rowsRead", report.RowsRead);
        json.WriteNumber("badRows", report.BadRows);
        json.WriteNumber("repeatedCases", report.RepeatedCases);
        json.WriteNumber("laterCases", report.LaterCases);
        json.WriteStartObject("unknownAnswers");
        foreach (var (answer, cases) in report.UnknownAnswers)
            json.WriteNumber(answer, cases);
        json.WriteEndObject();
        Strings(json, "by", report.By.Select(d => d.Name));
        json.WritePropertyName("total");
        Row(json, report.Total, method, level);
        json.WriteStartArray("groups");
        for (var i = 0; i < report.Rows.Count; i++)
        {
            Row(json, report.Rows[i], method, level);
            if (i % RowsBetweenFlushes == 0)
                json.Flush();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Row(Utf8JsonWriter json, SatisfactionRow row, IntervalMethod method, double level)
    {
        json.WriteStartObject();
        Strings(json, "key", row.Key);
        json.WriteNumber("cases", row.Cases);
        json.WriteNumber("open", row.Open);
        json.WriteNumber("closed", row.Closed);
        json.WriteNumber("duplicates", row.Duplicates);
        json.WriteStartObject("rates");
        foreach (var (name, rate) in ReportRates.Of(row))
            RateJson.Write(json, name, rate, method, level);
        json.WriteEndObject();
        WriteNumber(json, "composite", row.Composite);
        json.WriteStartObject("seconds");
        json.WriteNumber("cases", row.Times.Count);
        foreach (var (name, seconds) in ReportRates.TimesOf(row))
            WriteNumber(json, name, seconds);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
