using NodaTime;

namespace CampaignKit.Draws;

/// <summary>The time given lies before that of the event before: what happened is written down in order.</summary>
/// <param name="Last">When the last event was.</param>
public sealed record ClaimIsOutOfOrder(Instant Last) : ClaimRefusal
{
    /// <inheritdoc/>
    public override string Message => $"The last event was at {Last}; the next cannot be before it.";

    internal override string Field => "at";
}
