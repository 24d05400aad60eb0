using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>What the flags need to know of one case. A fact that nobody recorded is null, and no flag is drawn from it.</summary>
/// <param name="Unit">The unit that handled it.</param>
/// <param name="Opened">When it began.</param>
public sealed record FlagFacts(string Unit, Instant Opened)
{
    /// <summary>The id; null if it has none.</summary>
    public string? Id { get; init; }

    /// <summary>When it was closed; null if it is open, or <see cref="ClosingTimeUnknown"/>.</summary>
    public Instant? Closed { get; init; }

    /// <summary>
    /// Whether it was closed at a time that nobody recorded. Such a case counts where closing as such does, not where its time does.
    /// </summary>
    public bool ClosingTimeUnknown { get; init; }

    /// <summary>When its record was last changed; null if nobody recorded it.</summary>
    public Instant? Updated { get; init; }

    /// <summary>Whether the office replied to the citizen before it was closed; null if nobody recorded it.</summary>
    public bool? Replied { get; init; }

    /// <summary>How often it was reopened; null if nobody recorded it.</summary>
    public int? Reopenings { get; init; }

    /// <summary>Whether the citizen was called back; null if nobody recorded it.</summary>
    public bool? Contacted { get; init; }

    /// <summary>Whether the case was resolved in the unit's own view, before anyone asked the citizen; null if nobody recorded it.</summary>
    public bool? Resolved { get; init; }

    /// <summary>What a case of a table tells.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="record"/> is null.</exception>
    public static FlagFacts Of(CaseRecord record) => new(Guard.Against.Null(record).Unit, record.Opened)
    {
        Id = record.Id,
        Closed = record.Closed,
        ClosingTimeUnknown = record.ClosingTimeUnknown,
        Updated = record.Updated,
        Replied = record.Replied,
        Reopenings = record.Reopenings,
        Contacted = record.Contacted,
        Resolved = record.Resolved,
    };

    internal bool IsClosed => Closed is not null || ClosingTimeUnknown;

    internal bool IsClosedBeforeOpened => Closed < Opened;
}
