using NodaTime;

namespace CampaignKit;

/// <summary>It happened on a day before the participant enrolled.</summary>
/// <param name="OccurredAt">When it is said to have happened.</param>
/// <param name="EnrolledAt">When the participant enrolled.</param>
public sealed record BeforeEnrolment(Instant OccurredAt, Instant EnrolledAt) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"It happened at {OccurredAt}, on a day before the enrolment at {EnrolledAt}.";
}
