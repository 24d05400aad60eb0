using System.Text.Json;
using static CampaignKit.Grievances.GrievanceJson;
using static CampaignKit.Grievances.JsonValues;

namespace CampaignKit.Grievances;

/// <summary>The control chart as JSON.</summary>
internal static class TrendJson
{
    public static void Write(Utf8JsonWriter json, GrievanceReport report)
    {
        if (report.Trend is not { } trend)
        {
            json.WriteNull("trend");
            return;
        }

        json.WriteStartObject("trend");
        json.WriteString("by", report.TrendBy.ToString());
        WriteNumber(json, "centre", trend.Centre);
        WriteAnswered(json, report.Periods);
        json.WriteNumber("sigmaZ", trend.SigmaZ);
        Objects(json, "points", trend.Points, point =>
        {
            json.WriteString("period", point.Name);
            RateJson.Write(json, "measured", point.Rate);
            WriteAnswered(json, report.InPeriod(point) is { } period ? [period] : []);
            WriteNumber(json, "low", point.Rate.HasData ? point.Low : null);
            WriteNumber(json, "high", point.Rate.HasData ? point.High : null);
            json.WriteBoolean("isOut", point.IsOut);
        });
        Strings(json, "signals", trend.Signals.Select(s => TrendParts.Reason(report, s)));
        json.WriteEndObject();
    }
}
