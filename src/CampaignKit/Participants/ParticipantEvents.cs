using NodaTime;

namespace CampaignKit;

/// <summary>A fact in a participant's stream.</summary>
internal abstract record ParticipantEvent : CampaignEvent;

internal sealed record Enrolled(int Number, Instant At) : ParticipantEvent;

internal sealed record TeamJoined(string Team, Instant At) : ParticipantEvent;

/// <summary>Everything about a check-in, stamped when it was decided: neither its day, its team nor its awards are worked out again.</summary>
internal sealed record CheckedIn(
    int Serial,
    int Number,
    string Key,
    string Digest,
    string Task,
    string? Site,
    Instant At,
    Instant Recorded,
    LocalDate Day,
    int Version,
    string? Team,
    bool IsMessage,
    string? Evidence,
    IReadOnlyList<Posting> Awards) : ParticipantEvent;

/// <summary>A void repeats what it takes back, so that a fold needs no memory of single check-ins.</summary>
internal sealed record CheckInVoided(
    int Serial,
    int Number,
    string Task,
    LocalDate Day,
    Instant Recorded,
    string? Team,
    IReadOnlyList<Posting> Awards,
    string Reason,
    string By,
    Instant At) : ParticipantEvent;

internal sealed record MessageApproved(int Serial, int Number, string By, Instant At) : ParticipantEvent;
