using System.Text.Json;

namespace CampaignKit.Grievances;

/// <summary>A rate as JSON, the same wherever the library writes one: hits, base and its name, value (null without data), interval.</summary>
internal static class RateJson
{
    public static void Write(Utf8JsonWriter json, string name, Rate rate, IntervalMethod? method = null, double level = Rate.DefaultLevel)
    {
        var interval = rate.Interval(method, level);
        json.WriteStartObject(name);
        json.WriteNumber("hits", rate.Hits);
        json.WriteNumber("base", rate.Base);
        json.WriteString("baseName", rate.BaseName);
        JsonValues.WriteNumber(json, "value", rate.Value);
        json.WriteStartObject("interval");
        json.WriteString("method", interval.Method.Id);
        json.WriteNumber("level", interval.Level);
        json.WriteNumber("low", interval.Low);
        json.WriteNumber("high", interval.High);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
