using CampaignKit.Draws;

namespace CampaignKit;

/// <summary>The prize cannot be claimed or forfeited so.</summary>
/// <param name="Draw">The id of the draw.</param>
/// <param name="Period">The id of the period.</param>
/// <param name="Why">The reason.</param>
public sealed record PrizeRefused(string Draw, string Period, ClaimRefusal Why) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"The draw {Draw} of {Period}: {Why.Message}";
}
