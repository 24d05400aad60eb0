using NodaTime;

namespace CampaignKit.Draws;

/// <summary>The prize was claimed before.</summary>
/// <param name="At">When.</param>
public sealed record PrizeWasClaimed(Instant At) : ClaimRefusal
{
    /// <inheritdoc/>
    public override string Message => $"The prize was claimed at {At}.";

    internal override string Field => "id";
}
