using System.Text.Json.Serialization;

namespace CampaignKit.Grievances;

/// <summary>The JSON form of each event, generated at compile time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    Converters = [typeof(CaseInstantConverter)])]
[JsonSerializable(typeof(CaseStepTaken))]
[JsonSerializable(typeof(DuplicateAdded))]
[JsonSerializable(typeof(ComplaintFiled))]
internal sealed partial class CaseJson : JsonSerializerContext;
