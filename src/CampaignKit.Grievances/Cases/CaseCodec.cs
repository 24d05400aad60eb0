using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CampaignKit.EventStore;

namespace CampaignKit.Grievances;

/// <summary>Between events and what the store keeps: a stable type name and UTF-8 JSON, readable for good.</summary>
internal static class CaseCodec
{
    private static readonly Dictionary<string, JsonTypeInfo> ByName = new(StringComparer.Ordinal)
    {
        ["case-step-taken"] = CaseJson.Default.CaseStepTaken,
        ["case-duplicate-added"] = CaseJson.Default.DuplicateAdded,
        ["complaint-filed"] = CaseJson.Default.ComplaintFiled,
    };

    private static readonly Dictionary<Type, string> Names = ByName.ToDictionary(entry => entry.Value.Type, entry => entry.Key);

    public static IReadOnlyCollection<string> TypeNames => ByName.Keys;

    public static NewEvent Encode(object fact)
    {
        var name = Names[fact.GetType()];
        return new NewEvent(name, JsonSerializer.SerializeToUtf8Bytes(fact, ByName[name]));
    }

    /// <exception cref="InvalidDataException">The event is not of this type, or its data is no such event.</exception>
    public static T Decode<T>(StoredEvent stored)
        where T : class
    {
        if (!ByName.TryGetValue(stored.Type, out var known))
            throw new InvalidDataException($"Position {stored.Position} holds an event of the type {stored.Type}, which this version does not know.");
        try
        {
            return JsonSerializer.Deserialize(stored.Data.Span, known) as T
                ?? throw new InvalidDataException($"Position {stored.Position} holds a {stored.Type} where a {typeof(T).Name} should be.");
        }
        catch (JsonException broken)
        {
            throw new InvalidDataException($"Position {stored.Position} holds no readable {stored.Type}: {broken.Message}", broken);
        }
    }
}
