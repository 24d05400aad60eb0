using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace CampaignKit.Grievances;

/// <summary>An instant as ISO 8601 text in UTC with as many fraction digits as it needs.</summary>
internal sealed class CaseInstantConverter : JsonConverter<Instant>
{
    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var parsed = InstantPattern.ExtendedIso.Parse(reader.GetString() ?? "");
        return parsed.Success ? parsed.Value : throw new JsonException("An instant is ISO 8601 text in UTC.", parsed.Exception);
    }

    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) =>
        writer.WriteStringValue(InstantPattern.ExtendedIso.Format(value));
}
