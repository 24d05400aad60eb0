using NodaTime;

namespace CampaignKit;

/// <summary>It is said to have happened later than now.</summary>
/// <param name="OccurredAt">When it is said to have happened.</param>
/// <param name="Now">The moment of recording.</param>
public sealed record OccurredInFuture(Instant OccurredAt, Instant Now) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"It is said to have happened at {OccurredAt}, and it is {Now}.";
}
