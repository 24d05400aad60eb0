using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>What a report needs to know of one case.</summary>
/// <param name="Opened">When it began.</param>
public sealed record CaseRecord(Instant Opened)
{
    /// <summary>The id; null if it has none.</summary>
    public string? Id { get; init; }

    /// <summary>When it was closed; null if it is open, or <see cref="ClosingTimeUnknown"/>.</summary>
    public Instant? Closed { get; init; }

    /// <summary>Whether it was closed at a time that nobody recorded. Such a case is closed at every instant and has no resolution time.</summary>
    public bool ClosingTimeUnknown { get; init; }

    /// <summary>By when it was to be closed; null if it has no target.</summary>
    public Instant? Due { get; init; }

    /// <summary>The unit that handled it; empty if none is known.</summary>
    public string Unit { get; init; } = "";

    /// <summary>What it is about; empty if unknown.</summary>
    public string Category { get; init; } = "";

    /// <summary>Whether the unit contacted the citizen; null if nobody recorded it.</summary>
    public bool? Contacted { get; init; }

    /// <summary>Whether the matter was resolved; null if nobody recorded it.</summary>
    public bool? Resolved { get; init; }

    /// <summary>The citizen's answer on how satisfied they are; null or blank if there is none.</summary>
    public string? Answer { get; init; }

    /// <summary>Whether it is marked as a duplicate of another case.</summary>
    public bool Duplicate { get; init; }

    /// <summary>When its record was last changed; null if nobody recorded it. It says nothing of when the case was closed.</summary>
    public Instant? Updated { get; init; }

    /// <summary>Whether the office replied to the citizen before it was closed, or so far if it is open; null if nobody recorded it.</summary>
    public bool? Replied { get; init; }

    /// <summary>How often it was reopened; null if nobody recorded it.</summary>
    /// <exception cref="ArgumentException">It is negative.</exception>
    public int? Reopenings { get; init => field = value is { } times ? Guard.Against.Negative(times, nameof(Reopenings)) : null; }

    /// <summary>Whether it is closed, at a known time or not.</summary>
    public bool IsClosed => Closed is not null || ClosingTimeUnknown;
}
