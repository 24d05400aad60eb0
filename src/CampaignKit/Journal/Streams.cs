namespace CampaignKit;

/// <summary>The names of a campaign's streams.</summary>
internal static class Streams
{
    public const string Enrolments = "enrolments";

    /// <summary>The draws that were locked, in order: versions are their numbers.</summary>
    public const string DrawRegister = "draws";

    private const string ParticipantPrefix = "participant/";

    public static string Participant(ParticipantId participant) => ParticipantPrefix + participant.Value;

    public static string TeamTask(string team, string task) => $"team/{team}/{task}";

    public static string Goal(string goal) => $"goal/{goal}";

    public static string Draw(string draw, string period) => $"draw/{draw}/{period}";

    public static string Exclusions(string draw) => $"exclusions/{draw}";

    public static string ParticipantOf(string stream) => stream[ParticipantPrefix.Length..];
}
