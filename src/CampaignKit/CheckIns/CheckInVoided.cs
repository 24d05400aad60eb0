using NodaTime;

namespace CampaignKit;

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
