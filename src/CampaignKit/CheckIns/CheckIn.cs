using NodaTime;

namespace CampaignKit;

/// <summary>The immutable record that someone did a task.</summary>
public sealed record CheckIn
{
    internal CheckIn(CheckedIn fact, long position)
    {
        Position = position;
        Id = new CheckInId(fact.Number, fact.Serial);
        Task = fact.Task;
        Site = fact.Site;
        OccurredAt = fact.At;
        RecordedAt = fact.Recorded;
        Day = fact.Day;
        Version = fact.Version;
        Team = fact.Team;
        IsMessage = fact.IsMessage;
        Evidence = fact.Evidence;
        Awards = fact.Awards;
    }

    /// <summary>The id.</summary>
    public CheckInId Id { get; }

    /// <summary>The position of its record in the order of the campaign.</summary>
    public long Position { get; }

    /// <summary>The id of the task.</summary>
    public string Task { get; }

    /// <summary>The id of the site; null when the task needs none and none was given.</summary>
    public string? Site { get; }

    /// <summary>When it happened.</summary>
    public Instant OccurredAt { get; }

    /// <summary>When it was recorded; never before it happened, but for the tolerance of clocks.</summary>
    public Instant RecordedAt { get; }

    /// <summary>The campaign day it counts for, stamped when it was recorded and never worked out again.</summary>
    public LocalDate Day { get; }

    /// <summary>The version of the definition it was made under.</summary>
    public int Version { get; }

    /// <summary>The team that the participant was in when it happened; null for none.</summary>
    public string? Team { get; }

    /// <summary>Whether it is a message.</summary>
    public bool IsMessage { get; }

    /// <summary>The evidence shown, such as <c>quiz 80</c> or <c>staff desk-3</c>; null when none was asked.</summary>
    public string? Evidence { get; }

    /// <summary>What it paid.</summary>
    public IReadOnlyList<Posting> Awards { get; }

    /// <summary>Whether it is an approved message.</summary>
    public bool IsApproved { get; internal init; }

    /// <summary>Whether it was voided: it stays in the record, and counts for nothing.</summary>
    public bool IsVoided { get; internal init; }
}
