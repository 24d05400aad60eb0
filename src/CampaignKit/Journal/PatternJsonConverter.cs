using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime.Text;

namespace CampaignKit;

/// <summary>A value of NodaTime as the text of a pattern.</summary>
internal abstract class PatternJsonConverter<T>(IPattern<T> pattern, string rule) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var parsed = pattern.Parse(reader.GetString() ?? "");
        return parsed.Success ? parsed.Value : throw new JsonException(rule, parsed.Exception);
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(pattern.Format(value));
}
