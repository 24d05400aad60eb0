using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CampaignKit.EventStore;

namespace CampaignKit;

/// <summary>Between events and what the store keeps: a stable type name and UTF-8 JSON.</summary>
internal static class EventCodec
{
    private static readonly Dictionary<string, (Type Type, JsonTypeInfo Json)> ByName = new(StringComparer.Ordinal)
    {
        ["enrolled"] = (typeof(Enrolled), EventJson.Default.Enrolled),
        ["number-issued"] = (typeof(NumberIssued), EventJson.Default.NumberIssued),
        ["team-joined"] = (typeof(TeamJoined), EventJson.Default.TeamJoined),
        ["checked-in"] = (typeof(CheckedIn), EventJson.Default.CheckedIn),
        ["check-in-voided"] = (typeof(CheckInVoided), EventJson.Default.CheckInVoided),
        ["message-approved"] = (typeof(MessageApproved), EventJson.Default.MessageApproved),
        ["team-task-done"] = (typeof(TeamTaskDone), EventJson.Default.TeamTaskDone),
        ["team-task-reopened"] = (typeof(TeamTaskReopened), EventJson.Default.TeamTaskReopened),
        ["goal-reached"] = (typeof(GoalReached), EventJson.Default.GoalReached),
        ["goal-reopened"] = (typeof(GoalReopened), EventJson.Default.GoalReopened),
        ["draw-frozen"] = (typeof(DrawFrozen), EventJson.Default.DrawFrozen),
        ["draw-locked"] = (typeof(DrawLocked), EventJson.Default.DrawLocked),
        ["draw-held"] = (typeof(DrawHeld), EventJson.Default.DrawHeld),
        ["draw-numbered"] = (typeof(DrawNumbered), EventJson.Default.DrawNumbered),
        ["draw-published"] = (typeof(DrawPublished), EventJson.Default.DrawPublished),
        ["draw-cancelled"] = (typeof(DrawCancelled), EventJson.Default.DrawCancelled),
        ["prize-claimed"] = (typeof(ClaimRecorded), EventJson.Default.ClaimRecorded),
        ["prize-forfeited"] = (typeof(ForfeitRecorded), EventJson.Default.ForfeitRecorded),
        ["excluded-from-draw"] = (typeof(ExcludedFromDraw), EventJson.Default.ExcludedFromDraw),
        ["readmitted-to-draw"] = (typeof(ReadmittedToDraw), EventJson.Default.ReadmittedToDraw),
    };

    private static readonly Dictionary<Type, (string Name, JsonTypeInfo Json)> ByType =
        ByName.ToDictionary(entry => entry.Value.Type, entry => (entry.Key, entry.Value.Json));

    public static IReadOnlyCollection<string> TypeNames => ByName.Keys;

    public static NewEvent Encode(CampaignEvent fact)
    {
        var (name, json) = ByType[fact.GetType()];
        return new NewEvent(name, JsonSerializer.SerializeToUtf8Bytes(fact, json));
    }

    /// <exception cref="InvalidDataException">The type is unknown, as when a newer version wrote it, or the data is no such event.</exception>
    public static CampaignEvent Decode(StoredEvent stored)
    {
        if (!ByName.TryGetValue(stored.Type, out var known))
            throw new InvalidDataException($"Position {stored.Position} holds an event of the type {stored.Type}, which this version does not know.");
        try
        {
            return (CampaignEvent?)JsonSerializer.Deserialize(stored.Data.Span, known.Json)
                ?? throw new InvalidDataException($"Position {stored.Position} holds null where a {stored.Type} should be.");
        }
        catch (JsonException broken)
        {
            throw new InvalidDataException($"Position {stored.Position} holds no readable {stored.Type}: {broken.Message}", broken);
        }
    }
}
