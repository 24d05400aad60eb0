using NodaTime;

namespace CampaignKit;

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
