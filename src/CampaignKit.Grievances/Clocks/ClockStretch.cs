using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>A stretch of time that a clock counted whole, or not at all.</summary>
/// <param name="From">Its start.</param>
/// <param name="To">Its end, itself no longer part of it.</param>
/// <param name="Kind">Whether it was counted, or why not.</param>
/// <param name="State">The state of the case.</param>
public sealed record ClockStretch(Instant From, Instant To, ClockStretchKind Kind, string State)
{
    /// <summary>How much of it counts.</summary>
    public Duration Counted => Kind == ClockStretchKind.Counted ? To - From : Duration.Zero;

    /// <summary>The stretch in a line, such as <c>2021-03-29T01:00:00Z to 2021-03-29T04:00:00Z: counted, assigned</c>.</summary>
    public override string ToString() => $"{From} to {To}: {Reason}, {State}";

    private string Reason => Kind switch
    {
        ClockStretchKind.Counted => "counted",
        ClockStretchKind.OutsideHours => "outside the hours",
        ClockStretchKind.Paused => "paused",
        _ => "stopped",
    };
}
