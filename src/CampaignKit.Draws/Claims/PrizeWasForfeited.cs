using NodaTime;

namespace CampaignKit.Draws;

/// <summary>The entry held the prize and forfeited it before.</summary>
/// <param name="At">When.</param>
public sealed record PrizeWasForfeited(Instant At) : ClaimRefusal
{
    /// <inheritdoc/>
    public override string Message => $"The prize was forfeited at {At}.";

    internal override string Field => "id";
}
