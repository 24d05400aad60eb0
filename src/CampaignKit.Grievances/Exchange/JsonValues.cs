using System.Text.Encodings.Web;
using System.Text.Json;

namespace CampaignKit.Grievances;

/// <summary>What the library's JSON documents have in common: their form, and values that may be missing, which are null.</summary>
internal static class JsonValues
{
    // Units are read by people: Chinese stays Chinese. The documents are no part of a web page.
    public static readonly JsonWriterOptions DocumentForm = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void WriteNumber(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    public static void WriteNumber(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    public static void WriteNumber(Utf8JsonWriter json, string name, long? value) => WriteNumber(json, name, (decimal?)value);

    public static void WriteFact(Utf8JsonWriter json, string name, bool? value)
    {
        if (value is { } fact)
            json.WriteBoolean(name, fact);
        else
            json.WriteNull(name);
    }

    public static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> all)
    {
        json.WriteStartArray(name);
        foreach (var one in all)
            json.WriteStringValue(one);
        json.WriteEndArray();
    }
}
