using System.Text.Json.Serialization;

namespace CampaignKit;

/// <summary>The JSON form of each event, generated at compile time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true,
    Converters = [typeof(InstantJsonConverter), typeof(LocalDateJsonConverter)])]
[JsonSerializable(typeof(Enrolled))]
[JsonSerializable(typeof(NumberIssued))]
[JsonSerializable(typeof(TeamJoined))]
[JsonSerializable(typeof(CheckedIn))]
[JsonSerializable(typeof(CheckInVoided))]
[JsonSerializable(typeof(MessageApproved))]
[JsonSerializable(typeof(TeamTaskDone))]
[JsonSerializable(typeof(TeamTaskReopened))]
[JsonSerializable(typeof(GoalReached))]
[JsonSerializable(typeof(GoalReopened))]
[JsonSerializable(typeof(DrawFrozen))]
[JsonSerializable(typeof(DrawLocked))]
[JsonSerializable(typeof(DrawHeld))]
[JsonSerializable(typeof(DrawNumbered))]
[JsonSerializable(typeof(DrawPublished))]
[JsonSerializable(typeof(DrawCancelled))]
[JsonSerializable(typeof(ClaimRecorded))]
[JsonSerializable(typeof(ForfeitRecorded))]
[JsonSerializable(typeof(ExcludedFromDraw))]
[JsonSerializable(typeof(ReadmittedToDraw))]
internal sealed partial class EventJson : JsonSerializerContext;
